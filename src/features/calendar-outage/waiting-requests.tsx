"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/features/api/trpc-client";
import { formatLocal } from "@/domain/time/format-time";
import { Alert } from "@/ui/alert";

type WaitingRequestsProps = { providerId: string; onOpen: (reference: string) => void };

/** How often an open page asks whether the calendars answer. */
const REFRESH_MS = 5_000;

/** That a calendar does not answer, and the requests that wait for it or clash with it; each opens its booking. Nothing when all is well. */
export function WaitingRequests({ providerId, onOpen }: WaitingRequestsProps) {
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.calendarOutage.waiting.queryOptions({ providerId }), refetchInterval: REFRESH_MS });
  if (data === undefined || (!data.isUnanswered && data.requests.length === 0)) return null;
  const clashes = data.requests.filter(({ wait }) => wait === "clash").length;
  return (
    <Alert tone="pending" announce="polite" className="mb-4" title={titleOf(data.requests.length, clashes)}>
      {data.isUnanswered && (
        <p>
          {data.needsReconnect ? "The Google account has to be connected again." : "The calendar is not answering just now."} New bookings wait as requests and are confirmed by themselves once it does.{" "}
          <Link href="/provider/integrations" className="text-link">
            {data.needsReconnect ? "Connect it again" : "See the calendar"}
          </Link>
        </p>
      )}
      {data.requests.length > 0 && (
        <ul className="mt-1 grid gap-1">
          {data.requests.map(({ reference, patientName, localStart, wait }) => (
            <li key={reference} className="flex flex-wrap items-center gap-x-2">
              <button type="button" className="text-link min-h-6 text-left pointer-coarse:min-h-11" onClick={() => onOpen(reference)}>
                {patientName}, {formatLocal(localStart).dateTime}
              </button>
              <span>{wait === "clash" ? "The calendar shows something at this time. Please decide." : "Waits for the calendar."}</span>
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}

function titleOf(requests: number, clashes: number): string {
  if (clashes > 0) return clashes === 1 ? "A request meets something in your calendar" : `${clashes} requests meet something in your calendar`;
  if (requests > 0) return requests === 1 ? "A request waits for your calendar" : `${requests} requests wait for your calendar`;
  return "Your calendar is not answering";
}
