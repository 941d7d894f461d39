"use client";

import { useMutation } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import type { StaffBookingView } from "@/application/booking/booking-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Button } from "@/ui/button";
import { showToast } from "@/ui/toast";
import { ToneIcon } from "@/ui/tone-icon";
import { OwnVideoLink } from "./own-video-link";
import { useVideoProblem } from "./use-video-problem";
import { useRefreshBookings } from "./use-booking-command";

/** How the video link of a visit stands; where there is none, why, and the button that asks Google again. */
export function VideoLink({ booking: { reference, status, mode, meet } }: { booking: StaffBookingView }) {
  const trpc = useTRPC();
  const refresh = useRefreshBookings();
  const problem = useVideoProblem(reference, meet.status === "failed");
  const regenerate = useMutation(
    trpc.meetLinks.regenerate.mutationOptions({
      onSuccess: () => showToast({ tone: "info", title: "A new video link is being made", detail: "It appears here, and the patient is told as soon as it is ready." }),
      onError: (error) => showToast({ tone: "danger", title: "No new link could be asked for", detail: refusalOf(error).message }),
      onSettled: refresh,
    }),
  );
  const isLacking = meet.status === "none" && mode === "ONLINE" && status === "CONFIRMED";
  if (meet.status === "none" && !isLacking) return null;
  if (meet.status === "ready") {
    return (
      meet.url !== null && (
        <a href={meet.url} target="_blank" rel="noreferrer" className="text-link">
          Join the video visit<span className="sr-only"> (opens in a new tab)</span>
        </a>
      )
    );
  }
  const isFailed = meet.status === "failed" || isLacking;
  return (
    <div className="grid gap-2">
      <p className={`flex items-start gap-1.5 text-sm ${isFailed ? "text-danger-ink" : "text-muted"}`}>
        <ToneIcon tone={isFailed ? "danger" : "pending"} className="mt-0.5 size-3.5 shrink-0" />
        {isFailed ? ["There is no video link.", problem, "The patient sees that it is not ready."].filter(Boolean).join(" ") : "The video link is being made."}
      </p>
      {status === "CONFIRMED" && (
        <Button size="sm" className="w-fit" loading={regenerate.isPending && "Asking…"} onClick={() => regenerate.mutate({ reference })}>
          <RefreshCw aria-hidden="true" />
          {isFailed ? "Make a new link" : "Ask again"}
        </Button>
      )}
      {status === "CONFIRMED" && isFailed && <OwnVideoLink reference={reference} />}
    </div>
  );
}
