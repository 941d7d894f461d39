"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ImportView } from "@/application/calendar-import/import-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { agoInWords, deviceMoment } from "@/features/integrations/device-moment";
import { useNow } from "@/features/integrations/use-now";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { ProgressBar } from "@/ui/progress-bar";
import { showToast } from "@/ui/toast";
import { lookedAt, visitsInWords } from "./import-words";

/** How far an import or a preview is, what keeps it from going on, and how to end it. */
export function ImportProgress({ run, providerId }: { run: ImportView; providerId: string }) {
  const { total, calendarName, isPreview, imported, leftOut, stalledSince, problem } = run;
  const looked = lookedAt(run);
  const now = useNow(10_000);
  return (
    <div className="grid gap-2">
      {stalledSince === null ? (
        <p role="status" className="tabular-nums">
          {total === null ? `Reading ${calendarName}…` : isPreview ? `Looking at ${total} entries of ${calendarName}…` : `${looked} of ${total} entries looked at, ${visitsInWords(imported)} taken over.`}
        </p>
      ) : (
        <Alert tone="pending" announce="polite" title="Google does not answer">
          {problem} Since <time dateTime={stalledSince}>{deviceMoment(stalledSince)}</time>, {agoInWords(stalledSince, now)}. It goes on by itself once Google answers; nothing is lost and nothing is made twice.
        </Alert>
      )}
      <ProgressBar label="Taking visits over" done={looked} total={total} />
      {leftOut.length > 0 && <p className="text-sm text-muted">{leftOut.map(({ sentence }) => sentence).join(" ")}</p>}
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-sm text-muted">{isPreview ? "You need not wait here." : "You need not wait here: an e-mail tells you when it is done."}</p>
        <StopButton providerId={providerId} isPreview={isPreview} />
      </div>
    </div>
  );
}

function StopButton({ providerId, isPreview }: { providerId: string; isPreview: boolean }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const stop = useMutation(
    trpc.calendarImport.stop.mutationOptions({
      onError: (error) => showToast({ tone: "danger", title: "It was not stopped", detail: refusalOf(error).message }),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.calendarImport.pathKey() }),
    }),
  );
  return (
    <Button size="sm" loading={stop.isPending && "Stopping…"} onClick={() => stop.mutate({ providerId })}>
      {isPreview ? "Stop looking" : "Stop taking over"}
    </Button>
  );
}
