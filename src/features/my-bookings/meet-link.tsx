"use client";

import { useEffect, useState, type ReactNode } from "react";
import { Video } from "lucide-react";
import type { BookingView } from "@/application/booking/booking-schemas";
import { useAnswers } from "@/features/api/use-answers";
import { buttonClasses } from "@/ui/button-classes";
import { Spinner } from "@/ui/spinner";

const POLL_MS = 2_500;
/** After this long the message will bring the link. */
const PATIENCE_MS = 60_000;

/** The video link of an online visit; while it is being made it appears by itself. */
export function MeetLink({ booking, manageToken }: { booking: BookingView; manageToken: string | null }) {
  const [isPatient, setIsPatient] = useState(true);
  const [meet, setMeet] = useState(booking.meet);
  const isWaiting = meet.status === "pending" && manageToken !== null && isPatient;
  const { answers } = useAnswers("bookings.byLink", [{ manageToken: manageToken ?? "" }], { isEnabled: isWaiting, refreshMs: POLL_MS });
  const latest = answers[0]?.data?.meet;
  // Adjusting state while rendering: what arrived decides whether to ask on.
  if (latest && latest.status !== meet.status) setMeet(latest);
  useEffect(() => {
    const timer = setTimeout(() => setIsPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const { status, url } = meet;
  return (
    <div aria-live="polite">
      {status === "ready" && url ? (
        <a href={url} target="_blank" rel="noreferrer" className={buttonClasses({ variant: "primary", className: "max-sm:w-full" })}>
          <Video aria-hidden="true" />
          Join video
          <span className="sr-only"> (opens in a new tab)</span>
        </a>
      ) : status === "pending" && isPatient ? (
        <Words icon={<Spinner className="mt-1" />}>By video. Your link is being made and appears here in a moment.</Words>
      ) : (
        <Words icon={<Video aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-muted" />}>
          {status === "pending"
            ? "By video. The link takes longer than usual; it reaches you by message before the visit."
            : status === "failed"
              ? `By video. The link could not be made yet. We keep trying, and ${booking.provider.name} has been told.`
              : `By video. ${booking.status === "PENDING" ? "The link comes with the clinic’s answer." : `${booking.provider.name} sends you the link.`}`}
        </Words>
      )}
    </div>
  );
}

function Words({ icon, children }: { icon: ReactNode; children: string }) {
  return (
    <p className="flex gap-3">
      {icon}
      {children}
    </p>
  );
}
