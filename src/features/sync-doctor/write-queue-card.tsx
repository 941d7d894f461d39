import type { SyncHealthView } from "@/application/sync-doctor/sync-doctor-schemas";
import { agoInWords } from "@/features/integrations/device-moment";
import { Card } from "@/ui/card";
import { FactList } from "./fact-list";

/** What is still to be written into the calendar. */
export function WriteQueueCard({ queue, now }: { queue: SyncHealthView["queue"]; now: number }) {
  return (
    <section aria-labelledby="writing-title">
      <h2 id="writing-title" className="mb-3 text-lg">
        Writing
      </h2>
      <Card className="grid gap-3 px-5 py-4">
        <FactList
          facts={[
            ["Last written", queue.lastWrittenAt === null ? "Not yet" : agoInWords(queue.lastWrittenAt, now)],
            ["Waiting", String(queue.waiting)],
            ["Tried again", String(queue.failing)],
            ["Refused", String(queue.refused)],
          ]}
        />
        {queue.lastError !== null && <p className="text-sm text-muted">Last failure: {queue.lastError}</p>}
      </Card>
    </section>
  );
}
