import type { Language } from "./language";
import type { ReminderStep } from "./reminder-step";

export type VisitMode = "IN_PERSON" | "ONLINE" | "PHONE";
export type AppointmentStatus = "HELD" | "PENDING" | "CONFIRMED" | "CHECKED_IN" | "COMPLETED" | "EXPIRED" | "DECLINED" | "CANCELLED" | "RESCHEDULED" | "NO_SHOW";

/**
 * Everything a message may say about an appointment. What is absent here cannot leak: no service, no reason, no
 * speciality, no note. Instants are epoch milliseconds.
 */
export interface AppointmentFacts {
  readonly seriesId: string;
  readonly status: AppointmentStatus;
  /** A request that is decided by itself as soon as the provider's calendar answers. */
  readonly awaitsCalendar: boolean;
  /** The patient has said that they will come. */
  readonly isAttendanceConfirmed: boolean;
  /** Reminders ask whether they will. */
  readonly asksAttendance: boolean;
  readonly mode: VisitMode;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Since when it has stood at this start. */
  readonly bookedAt: number;
  readonly changedAt: number;
  /** The time it was moved from. */
  readonly previous: { readonly startsAt: number; readonly endsAt: number } | null;
  /** It stood at an earlier time: the patient's calendar may have an entry of it, whatever became of it since. */
  readonly hasStood: boolean;
  /** iCalendar SEQUENCE. */
  readonly sequence: number;
  readonly reminders: readonly ReminderStep[];
  readonly moveUntil: number;
  readonly cancelUntil: number;
  /** In which language each reader is written to. */
  readonly languages: { readonly patient: Language; readonly provider: Language };
  readonly patient: { readonly name: string; readonly email: string | null; readonly timeZone: string };
  readonly provider: { readonly name: string; readonly timeZone: string };
  readonly clinic: { readonly name: string; readonly email: string; readonly phone: string | null; readonly addressLines: readonly string[] };
  /** Where an in-person visit happens. */
  readonly place: { readonly lines: readonly string[]; readonly timeZone: string } | null;
  /** The Meet link of an online visit, once it is ready. */
  readonly meetUrl: string | null;
}

/** Where the buttons and short links of a message lead. */
export interface MessageLinks {
  /** The patient's page of this series: view, move, cancel. */
  readonly manageUrl: string;
  /** The same page under a short address, for texts. */
  readonly shortUrl: string;
  /** The provider's public page, to book again. */
  readonly bookUrl: string;
  /** The clinic's own view of the booking. */
  readonly staffUrl: string;
  /** Where reminders to the address of an e-mail are ended; the wishes of its visit stand there too. */
  readonly endUrl?: string | null;
}

/** Where the same kind of visit is booked again: through the patient's own link, so that no message names what it was. */
export const againUrl = ({ manageUrl }: Pick<MessageLinks, "manageUrl">): string => `${manageUrl}/again`;
