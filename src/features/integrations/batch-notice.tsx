"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { formatLocal } from "@/domain/time/format-time";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { ProgressBar } from "@/ui/progress-bar";
import { showToast } from "@/ui/toast";

const RUNNING_REFRESH_MS = 1_000;
const RESTING_REFRESH_MS = 10_000;

/** Coming visits on their way to the calendar that receives bookings: how far they are, and which Google refused. */
export function BatchNotice({ providerId, isOwn }: { providerId: string; isOwn: boolean }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data } = useQuery({ ...trpc.calendarSync.batch.queryOptions({ providerId }), refetchInterval: ({ state }) => (state.data?.latest?.finishedAt === null ? RUNNING_REFRESH_MS : RESTING_REFRESH_MS) });
  const retry = useMutation(
    trpc.syncDoctor.replay.mutationOptions({
      onError: (error) => showToast({ tone: "danger", title: "That did not work", detail: refusalOf(error).message }),
      onSuccess: ({ visits }) => showToast({ tone: "info", title: visits === 1 ? "1 visit is offered to Google again" : `${visits} visits are offered to Google again` }),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.calendarSync.pathKey() }),
    }),
  );
  if (data === undefined) return null;
  const { latest, failedVisits } = data;
  return (
    <div className="mb-5 grid gap-3 empty:hidden">
      {latest?.finishedAt === null && (
        <div className="grid gap-2 rounded-lg border border-line px-4 py-3">
          <p role="status" className="tabular-nums">{`${latest.done} of ${visitsInWords(latest.total)} are in ${latest.calendarName}.`}</p>
          <ProgressBar label={`Coming visits going to ${latest.calendarName}`} done={latest.done} total={latest.total} />
          <p className="text-sm text-muted">{latest.hindrance ?? "You need not wait here: an e-mail tells you when it is done."}</p>
        </div>
      )}
      {latest && latest.finishedAt !== null && latest.failed === 0 && latest.waiting === 0 && (
        <Alert tone="success" announce="polite">{latest.total === 1 ? `Your coming visit is in ${latest.calendarName}.` : `All ${visitsInWords(latest.total)} are in ${latest.calendarName}.`}</Alert>
      )}
      {failedVisits.length > 0 && (
        <Alert
          tone="danger"
          announce="polite"
          title={failedVisits.length === 1 ? "Google refused this visit" : "Google refused these visits"}
          action={
            isOwn && (
              <Button size="sm" loading={retry.isPending && "Asking…"} onClick={() => retry.mutate({ providerId })}>
                <RotateCcw aria-hidden="true" />
                Try again
              </Button>
            )
          }
        >
          <ul className="grid gap-1">
            {failedVisits.map(({ startsAt, localStart, reason }, index) => (
              <li key={`${startsAt} ${index}`}>
                <span className="font-medium tabular-nums">{momentOf(localStart)}</span>: {reason}
              </li>
            ))}
          </ul>
          <p className="mt-1">They stay booked, and are offered to Google again every hour.</p>
        </Alert>
      )}
    </div>
  );
}

const visitsInWords = (count: number): string => (count === 1 ? "1 coming visit" : `${count} coming visits`);

/** "Tue 24 Nov, 15:30" on the provider's clock. */
function momentOf(localStart: string): string {
  const { weekdayShort, dayMonthShort, time } = formatLocal(localStart);
  return `${weekdayShort} ${dayMonthShort}, ${time}`;
}
