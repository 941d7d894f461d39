import { Mail, MapPin, Phone, Video } from "lucide-react";
import type { ReactNode } from "react";
import type { StaffBookingDetails } from "@/application/booking/booking-schemas";
import { formatLocal, zoneCity, zoneInWords } from "@/domain/time/format-time";
import { formatPrice } from "@/features/providers/format-price";
import { VISIT_MODE_WORDS } from "@/features/providers/visit-mode-words";
import { Alert } from "@/ui/alert";
import { StatusChip } from "@/ui/status-chip";
import { BookingStatusChip } from "./booking-status-chip";
import { RefusedMailLine } from "./refused-mail-line";
import { SYNC_CHIP } from "./sync-state";
import { endOf, timeRange } from "./time-range-words";
import { VideoLink } from "./video-link";

/** What is booked, when, with whom, and how the calendar stands. */
export function BookingFacts({ booking }: { booking: StaffBookingDetails }) {
  const { service, patient, sync } = booking;
  const start = booking.providerLocalStart;
  const chip = SYNC_CHIP[sync.state];
  const readsElsewhere = booking.timeZone !== booking.providerTimeZone && booking.localStart !== start;
  return (
    <section aria-label="Details" className="grid gap-4">
      <div>
        <p className="text-muted">{formatLocal(start).date}</p>
        <p className="time-figure text-2xl">{timeRange(start, endOf(start, service.durationMinutes))}</p>
        <p className="text-sm text-muted">
          {zoneInWords(booking.providerTimeZone)}
          {readsElsewhere && ` · ${formatLocal(booking.localStart).time} in ${zoneCity(booking.timeZone)}, where the patient reads it`}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <BookingStatusChip status={booking.status} calendarWait={booking.calendarWait} />
        {booking.attendanceConfirmedAt !== null && <StatusChip tone="success" title="The patient has confirmed that they will come.">Will come</StatusChip>}
        {chip && <StatusChip tone={chip.tone} title={sync.sentence}>{chip.label}</StatusChip>}
        {sync.isDeclined && <StatusChip tone="pending" title="Somebody invited to the event has declined it in Google Calendar. The booking stands.">Declined in Google</StatusChip>}
      </div>
      {sync.state === "failed" && <Alert tone="danger">{sync.sentence}</Alert>}
      {booking.overrideReason !== null && <Alert tone="pending" title={booking.isOverbook ? "Booked over other time" : "Booked with a reason"}>{booking.overrideReason}</Alert>}
      <dl className="grid gap-3">
        <Fact term="Patient">
          <span className="font-medium">{patient?.name ?? booking.patientName}</span>
          {patient?.email && (
            <a href={`mailto:${patient.email}`} className="text-link flex w-fit items-center gap-1.5 py-0.5 break-all">
              <Mail aria-hidden="true" className="size-4" />
              {patient.email}
            </a>
          )}
          {booking.refusedMail !== null && <RefusedMailLine refusal={booking.refusedMail} />}
          {patient?.phone && (
            <a href={`tel:${patient.phone}`} className="text-link flex w-fit items-center gap-1.5 py-0.5 tabular-nums">
              <Phone aria-hidden="true" className="size-4" />
              {patient.phoneText}
            </a>
          )}
        </Fact>
        <Fact term="Service">
          {service.name} <span className="text-muted">· {service.durationMinutes} minutes · {formatPrice(service.price)}</span>
        </Fact>
        <Fact term="How">
          <span className="flex items-center gap-1.5">
            {booking.mode === "ONLINE" ? <Video aria-hidden="true" className="size-4" /> : booking.mode === "PHONE" ? <Phone aria-hidden="true" className="size-4" /> : <MapPin aria-hidden="true" className="size-4" />}
            {VISIT_MODE_WORDS[booking.mode]}
            {booking.mode === "IN_PERSON" && booking.location && `, ${booking.location.name}`}
          </span>
          <VideoLink booking={booking} />
        </Fact>
        {booking.ending !== null && <Fact term={booking.ending.by === "patient" ? "Note from the patient" : "Note from the clinic"}>{booking.ending.note}</Fact>}
        {booking.reason !== null && (
          <Fact term="Reason for the visit">
            <span className="whitespace-pre-wrap">{booking.reason}</span>
            <span className="block text-sm text-muted">Only you see this.</span>
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
