import { phoneView } from "@/application/shared/phone-view";
import { cancellationPolicy, reschedulePolicy, type PolicyAnswer } from "@/domain/booking/booking-policy";
import { MINUTE_MS } from "@/domain/time/calendar-day";
import { toLocal } from "@/domain/time/local-time";
import type { BookingRecord } from "./booking-record";
import type { BookingView } from "./booking-schemas";

const iso = (at: number) => new Date(at).toISOString();

const WAITS = { WAITING: "waiting", CLASH: "clash" } as const;

const toAnswerView = ({ isAllowed, until, sentence }: PolicyAnswer) => ({ isAllowed, until: iso(until), sentence });

/** What patients' policies say about a booking, in the patient's zone. */
export const policyFacts = (booking: BookingRecord) => ({
  status: booking.status,
  startsAt: booking.startsAt,
  cancellationWindowMinutes: booking.cancellationWindowMinutes,
  rescheduleWindowMinutes: booking.rescheduleWindowMinutes,
  timeZone: booking.patientTimeZone,
});

/** A booking as its patient may see it at `now` (epoch ms). Never the reason for the visit. */
export function toBookingView(booking: BookingRecord, now: number): BookingView {
  const { provider } = booking;
  return {
    reference: booking.reference,
    status: booking.status,
    calendarWait: booking.calendarWait && WAITS[booking.calendarWait],
    startsAt: iso(booking.startsAt),
    endsAt: iso(booking.endsAt),
    timeZone: booking.patientTimeZone,
    providerTimeZone: booking.timeZone,
    localStart: toLocal(booking.startsAt, booking.patientTimeZone),
    providerLocalStart: toLocal(booking.startsAt, booking.timeZone),
    mode: booking.mode,
    provider: { slug: provider.slug, name: provider.name, title: provider.title, portraitSeed: provider.portraitSeed, ...phoneView(provider.phone) },
    service: {
      slug: booking.service.slug,
      name: booking.serviceName,
      durationMinutes: (booking.endsAt - booking.startsAt) / MINUTE_MS,
      price: { amount: booking.priceAmount, currency: booking.currency },
    },
    location: booking.location && { ...booking.location, ...phoneView(booking.location.phone) },
    patientName: booking.patient?.name ?? "",
    meet: toMeetView(booking),
    cancellation: toAnswerView(cancellationPolicy(policyFacts(booking), now)),
    rescheduling: toAnswerView(reschedulePolicy(policyFacts(booking), now)),
    channels: booking.channels,
    willCome: booking.attendanceConfirmedAt !== null,
  };
}

/** The video link is shown only while there is a visit to join. */
export function toMeetView({ mode, meet, status }: BookingRecord): BookingView["meet"] {
  if (mode !== "ONLINE" || !meet || (status !== "CONFIRMED" && status !== "CHECKED_IN")) return { status: "none", url: null };
  if (meet.state === "READY") return { status: "ready", url: meet.url };
  return { status: meet.state === "PENDING" ? "pending" : "failed", url: null };
}
