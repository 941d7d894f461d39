import type { CalendarConnectionView } from "@/application/calendar/calendar-schemas";
import { ToneIcon } from "@/ui/tone-icon";
import { calendarFacts } from "./calendar-facts";
import { useNow } from "./use-now";

/** One connected account as the clinic's staff see it: how it stands, nothing to press. */
export function ConnectionSummary({ connection }: { connection: CalendarConnectionView }) {
  const now = useNow(15_000);
  return (
    <section aria-label={connection.accountEmail} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
      <div>
        <p className="text-sm text-muted">Connected account</p>
        <p className="font-medium break-all">{connection.accountEmail}</p>
      </div>
      {connection.problems.map(({ sentence }) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {connection.calendars.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line">
          {connection.calendars.map((calendar) => (
            <li key={calendar.id} className="grid gap-1 px-4 py-3">
              <p className="font-medium break-words">{calendar.name}</p>
              <p className="text-sm text-muted tabular-nums">
                {[calendar.readsBusy ? "Its events block bookings" : "Its events block nothing", calendar.receivesBookings && "Bookings go here", ...calendarFacts(calendar, now)].filter(Boolean).join(" · ")}
              </p>
              {calendar.problem && <p className="flex items-start gap-1.5 text-sm text-pending-ink"><ToneIcon tone="pending" className="mt-0.5 size-3.5 shrink-0" />{calendar.problem.sentence}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
