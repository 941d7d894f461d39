import type { z } from "zod";
import type { AppContext } from "@/application/shared/context";
import { toLocal } from "@/domain/time/local-time";
import { messageStepViews, STEP_COLUMNS } from "@/application/messages/message-step-views";
import { mailOrigin } from "@/domain/messages/mail-origin";
import { messageTitle } from "@/domain/messages/message-title";
import type { Prisma } from "@/generated/prisma/client";
import type { BookingRecord } from "./booking-record";
import type { BookingTimelineEntry } from "./booking-schemas";

type Entry = z.infer<typeof BookingTimelineEntry>;

const STEPS: Readonly<Record<string, string>> = {
  "booking.confirm": "Booked",
  "booking.book-for-caller": "Booked",
  "booking.approve": "Accepted",
  "booking.confirm-after-read": "Confirmed: the calendar answered, and the time is free",
  "booking.note-clash": "The calendar answered and shows something at this time: the provider is asked",
  "booking.decline": "Declined",
  "booking.cancel": "Cancelled",
  "booking.reschedule": "Moved to another time",
  "booking.reinstate": "Brought back",
  "booking.check-in": "Checked in",
  "booking.complete": "Completed",
  "booking.no-show": "Marked as missed",
  "booking.expire": "Not answered in time",
  "booking.confirm-attendance": "The patient will come: confirmed",
};

const ACTORS: Readonly<Record<string, string>> = { guest: "by the patient", link: "by the patient, with their link", texter: "by the patient, by text message", google: "in Google Calendar", system: "automatically" };
const CHANNELS = { EMAIL: "E-mail", SMS: "SMS", WHATSAPP: "WhatsApp message" } as const;
const MESSAGE_STATES = { QUEUED: "is waiting to be sent", SENDING: "is being sent", SENT: "was sent", DELIVERED: "was delivered", READ: "was read", FAILED: "could not be delivered", SKIPPED: "was not needed", EXPIRED: "could not go out in time to be of use" } as const;
const EVENT_STATES = { PENDING: "The calendar event is being written", SYNCED: "The calendar event was written", FAILED: "The calendar event could not be written", REMOVED: "The calendar event was removed" } as const;

/** A booking's whole story over all rows of its series, oldest first. */
export async function bookingTimeline({ db }: Pick<AppContext, "db">, booking: BookingRecord): Promise<Entry[]> {
  const rows = await db.booking.findMany({ where: { seriesId: booking.seriesId }, select: { id: true } });
  const ids = rows.map((row) => row.id);
  const [steps, messages, event] = await Promise.all([
    db.auditEntry.findMany({ where: { subjectKind: "booking", subjectId: { in: ids }, action: { in: Object.keys(STEPS) } }, select: { at: true, action: true, actorKind: true, after: true } }),
    db.message.findMany({ where: { bookingId: { in: ids } }, select: { ...STEP_COLUMNS, template: true, channel: true, recipient: true, state: true, failure: true, sender: true, senderAddress: true, senderNote: true, insteadOf: { select: { channel: true } } } }),
    db.calendarEventLink.findUnique({ where: { seriesId: booking.seriesId }, select: { updatedAt: true, state: true } }),
  ]);
  const entries: Omit<Entry, "localAt">[] = [
    ...steps.map((step) => ({ at: step.at.toISOString(), kind: "booking" as const, sentence: `${STEPS[step.action] ?? step.action}, ${byWhom(step)}.` })),
    ...messages.map((message) => ({
      at: message.createdAt.toISOString(),
      kind: "message" as const,
      sentence: `${messageTitle(message.template)}: ${CHANNELS[message.channel]} to the ${message.recipient === "PATIENT" ? "patient" : "provider"} ${MESSAGE_STATES[message.state]}${message.insteadOf ? `, in place of ${CHANNELS[message.insteadOf.channel]}` : ""}.`,
      steps: messageStepViews(message, booking.timeZone),
      failure: message.failure,
      origin: mailOrigin(message),
    })),
    ...(event ? [{ at: event.updatedAt.toISOString(), kind: "calendar" as const, sentence: `${EVENT_STATES[event.state]}.` }] : []),
  ];
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map((entry) => ({ ...entry, localAt: toLocal(Date.parse(entry.at), booking.timeZone) }));
}

interface Step {
  readonly action: string;
  readonly actorKind: string;
  readonly after: Prisma.JsonValue;
}

/** Signed-in people act for the clinic, except where a patient changes what is their own. */
function byWhom({ action, actorKind, after }: Step): string {
  if (actorKind !== "user") return ACTORS[actorKind] ?? actorKind;
  const isPatient = action === "booking.confirm" || (typeof after === "object" && after !== null && "by" in after && after.by === "patient");
  return isPatient ? "by the patient" : "by the clinic";
}
