import { CalendarDays, CalendarSync, MessageSquare } from "lucide-react";
import type { StaffBookingDetails } from "@/application/booking/booking-schemas";
import { MessageStepsLine } from "@/features/messages/message-steps-line";
import { formatLocal } from "@/domain/time/format-time";

const ICONS = { booking: CalendarDays, calendar: CalendarSync, message: MessageSquare };

/** Everything that happened to a booking, oldest first, on the provider's clock. */
export function BookingStory({ entries }: { entries: StaffBookingDetails["timeline"] }) {
  return (
    <section aria-labelledby="booking-story">
      <h3 id="booking-story">What happened</h3>
      {entries.length === 0 ? (
        <p className="mt-1 text-muted">Nothing yet.</p>
      ) : (
        <ol className="mt-3 grid">
          {entries.map((entry, index) => {
            const Icon = ICONS[entry.kind];
            const { dayMonthShort, time } = formatLocal(entry.localAt);
            return (
              <li key={`${entry.at} ${index}`} className="relative grid grid-cols-[1.75rem_1fr] gap-x-3 pb-4 last:pb-0">
                {index < entries.length - 1 && <span aria-hidden="true" className="absolute top-7 bottom-0 left-3.5 w-px bg-line" />}
                <span aria-hidden="true" className="grid size-7 place-items-center rounded-full border border-line bg-surface text-muted [&_.lucide]:size-3.5">
                  <Icon />
                </span>
                <div className="min-w-0">
                  <p>{entry.sentence}</p>
                  {entry.origin && <p className="text-sm break-words text-muted">{entry.origin}</p>}
                  {entry.failure && <p className="text-sm text-danger-ink">{entry.failure}</p>}
                  {entry.steps ? (
                    <MessageStepsLine steps={entry.steps} />
                  ) : (
                    <time dateTime={entry.at} className="text-sm text-muted tabular-nums">
                      {dayMonthShort}, {time}
                    </time>
                  )}
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
