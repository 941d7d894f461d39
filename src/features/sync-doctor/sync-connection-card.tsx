import type { SyncHealthView } from "@/application/sync-doctor/sync-doctor-schemas";
import { firstReadInWords } from "@/features/integrations/calendar-facts";
import { agoInWords, deviceMoment } from "@/features/integrations/device-moment";
import { Card } from "@/ui/card";
import { StatusChip } from "@/ui/status-chip";
import { FactList } from "./fact-list";

type Connection = SyncHealthView["connections"][number];

/** One account: each of its calendars in use, how fresh it is and until when Google tells us of changes. */
export function SyncConnectionCard({ connection, now }: { connection: Connection; now: number }) {
  const isActive = connection.state === "active";
  return (
    <Card aria-label={connection.accountEmail} className="px-5 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="min-w-0 break-all">{connection.accountEmail}</h3>
        <StatusChip tone={isActive ? "success" : "danger"}>{isActive ? "Connected" : "Connect again"}</StatusChip>
      </div>
      {connection.calendars.length === 0 && <p className="mt-2 text-muted">None of its calendars is in use.</p>}
      <ul className="mt-4 grid gap-5">
        {connection.calendars.map((calendar) => (
          <li key={calendar.id} className="grid gap-2 border-t border-line pt-4">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <p className="min-w-0 font-medium break-words">{calendar.name}</p>
              {calendar.receivesBookings && <StatusChip tone="info">Bookings go here</StatusChip>}
              {!calendar.readsBusy && <StatusChip tone="neutral">Blocks nothing</StatusChip>}
            </div>
            <FactList facts={factsOf(calendar, now)} />
            {calendar.lastError !== null && <p className="text-sm text-muted">{calendar.lastErrorAt === null ? "Last failure" : `Last failure, ${agoInWords(calendar.lastErrorAt, now)}`}: {calendar.lastError}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const factsOf = (calendar: Connection["calendars"][number], now: number) =>
  [
    ["Last read", calendar.lastReadAt === null ? firstReadInWords(calendar.firstReadEvents ?? 0) : agoInWords(calendar.lastReadAt, now)],
    ["Google last told us", calendar.lastPushAt === null ? "Not yet" : agoInWords(calendar.lastPushAt, now)],
    ["Tells us until", calendar.channelExpiresAt === null ? "We look ourselves" : deviceMoment(calendar.channelExpiresAt)],
  ] as const;
