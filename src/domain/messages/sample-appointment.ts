import { appointmentKind, type AppointmentTemplate } from "./appointment-kinds";
import type { AppointmentFacts, MessageLinks, VisitMode } from "./appointment-facts";
import type { Language } from "./language";
import { DEFAULT_REMINDERS } from "./reminder-step";

const DAY_MS = 86_400_000;
const HALF_HOUR_MS = 1_800_000;

export interface SampleClinic {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly addressLines: readonly string[];
}

const SAMPLE_CLINIC: SampleClinic = { name: "Lindenhof Clinic", email: "hello@clinic.example", phone: "+49 30 1234567", addressLines: ["Lindenstraße 12", "10969 Berlin"] };

/** An invented appointment for previews, three days after `now` (epoch ms): a patient in London, a provider in Berlin. No real person is in it. */
export function sampleAppointment(template: AppointmentTemplate, language: Language, now: number, { mode = "IN_PERSON", isAwaited = false, awaitsCalendar = false, clinic = SAMPLE_CLINIC }: { mode?: VisitMode; isAwaited?: boolean; awaitsCalendar?: boolean; clinic?: SampleClinic } = {}): AppointmentFacts {
  const { trueIn, namesBefore, joins } = appointmentKind(template);
  const startsAt = Math.ceil((now + 3 * DAY_MS) / DAY_MS) * DAY_MS + 29 * HALF_HOUR_MS;
  const shown: VisitMode = template === "meet-ready" ? "ONLINE" : mode;
  return {
    seriesId: "00000000-0000-7000-8000-000000000000",
    status: isAwaited ? "PENDING" : (trueIn.find((status) => status === "CONFIRMED") ?? trueIn[0] ?? "CONFIRMED"),
    isAttendanceConfirmed: false,
    awaitsCalendar,
    asksAttendance: template === "reminder",
    mode: shown,
    startsAt,
    endsAt: startsAt + HALF_HOUR_MS,
    bookedAt: now,
    changedAt: now,
    previous: namesBefore ? { startsAt: startsAt - DAY_MS, endsAt: startsAt - DAY_MS + HALF_HOUR_MS } : null,
    hasStood: namesBefore === true,
    sequence: namesBefore ? 1 : 0,
    reminders: DEFAULT_REMINDERS,
    moveUntil: startsAt - DAY_MS,
    cancelUntil: startsAt - DAY_MS,
    languages: { patient: language, provider: language },
    patient: { name: "Elena Rossi", email: "elena.rossi@example.com", timeZone: "Europe/London" },
    provider: { name: "Dr Amara Okafor", timeZone: "Europe/Berlin" },
    clinic,
    place: shown === "IN_PERSON" ? { lines: ["Main site", ...clinic.addressLines], timeZone: "Europe/Berlin" } : null,
    meetUrl: shown === "ONLINE" && (joins || template.endsWith("confirmed")) ? "https://meet.google.com/abc-defg-hij" : null,
  };
}

/** Where the links of an invented appointment lead: nowhere that opens anything. */
export const sampleLinks = (publicOrigin: string): MessageLinks => ({ manageUrl: `${publicOrigin}/m/example`, shortUrl: `${publicOrigin}/s/exampleexampleexample0`, bookUrl: `${publicOrigin}/p/amara-okafor`, staffUrl: `${publicOrigin}/provider/bookings` });
