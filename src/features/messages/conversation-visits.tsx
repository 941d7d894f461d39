import { UserRoundCheck } from "lucide-react";
import Link from "next/link";
import type { ConversationDetails } from "@/application/messages/conversation-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { BookingStatusChip } from "@/features/bookings-desk/booking-status-chip";
import { StatusChip } from "@/ui/status-chip";

/** The coming visits of whoever writes from this number; each opens its booking. */
export function ConversationVisits({ visits, isKnown }: { visits: ConversationDetails["visits"]; isKnown: boolean }) {
  return (
    <aside aria-labelledby="coming-visits" className="border-line p-4 max-xl:max-h-40 max-xl:overflow-y-auto max-xl:border-b max-xl:py-3 xl:overflow-y-auto xl:border-l">
      <h3 id="coming-visits">Coming visits</h3>
      {visits.length === 0 ? (
        <p className="mt-1 text-sm text-muted">{isKnown ? "None is booked." : "We know nobody with this number."}</p>
      ) : (
        <ul className="mt-2 grid gap-2 max-xl:sm:grid-cols-2">
          {visits.map((visit) => (
            <Visit key={visit.reference} visit={visit} />
          ))}
        </ul>
      )}
    </aside>
  );
}

function Visit({ visit }: { visit: ConversationDetails["visits"][number] }) {
  const { weekdayShort, dayMonthShort, time } = formatLocal(visit.localStart);
  return (
    <li>
      <Link href={`/provider/bookings?open=${visit.reference}`} className="grid gap-1 rounded-lg border border-line px-3 py-2 transition-colors hover:border-control">
        <span className="time-figure">
          {weekdayShort} {dayMonthShort}, {time}
        </span>
        <span className="text-sm text-muted">
          {visit.patientName} · {visit.serviceName}
        </span>
        <span className="flex flex-wrap gap-1">
          <BookingStatusChip status={visit.status} />
          {visit.isAttendanceConfirmed && (
            <StatusChip tone="success" icon={<UserRoundCheck aria-hidden="true" className="size-3.5" />}>
              Will come
            </StatusChip>
          )}
        </span>
      </Link>
    </li>
  );
}
