"use client";

import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Video } from "lucide-react";
import type { BookingView } from "@/application/booking/booking-schemas";
import { useTRPC } from "@/features/api/trpc-client";
import { buttonClasses } from "@/ui/button-classes";
import { Spinner } from "@/ui/spinner";

const POLL_MS = 2_500;
/** After this long the message will bring the link. */
const PATIENCE_MS = 60_000;

/** The video link of an online visit; while it is being made it appears by itself. */
export function MeetLink({ booking, manageToken }: { booking: BookingView; manageToken: string | null }) {
  const trpc = useTRPC();
  const [since] = useState(() => Date.now());
  const isPending = booking.meet.status === "pending" && manageToken !== null;
  const { data, dataUpdatedAt } = useQuery(
    trpc.bookings.byLink.queryOptions(
      { manageToken: manageToken ?? "" },
      {
        enabled: isPending,
        refetchInterval: ({ state }) => ((state.data?.meet.status ?? "pending") === "pending" && state.dataUpdatedAt - since < PATIENCE_MS ? POLL_MS : false),
      },
    ),
  );
  const isPatient = dataUpdatedAt - since < PATIENCE_MS;
  const { status, url } = data?.meet ?? booking.meet;
  return (
    <div aria-live="polite">
      {status === "ready" && url ? (
        <a href={url} target="_blank" rel="noreferrer" className={buttonClasses({ variant: "primary" })}>
          <Video aria-hidden="true" />
          Join video
          <span className="sr-only"> (opens in a new tab)</span>
        </a>
      ) : status === "pending" && isPatient ? (
        <p className="inline-flex items-center gap-2">
          <Spinner />
          By video. Your link is being made and appears here in a moment.
        </p>
      ) : status === "pending" ? (
        <p>By video. The link takes longer than usual; it reaches you by message before the visit.</p>
      ) : status === "failed" ? (
        <p>By video. The link could not be made yet. We keep trying, and {booking.provider.name} has been told.</p>
      ) : (
        <p>By video. {booking.status === "PENDING" ? "The link comes with the clinic’s answer." : `${booking.provider.name} sends you the link.`}</p>
      )}
    </div>
  );
}
