"use client";

import { useEffect, useState, type ReactNode } from "react";
import { CircleCheck, Video } from "lucide-react";
import type { BookingView } from "@/application/booking/booking-schemas";
import { useAnswers } from "@/features/api/use-answers";
import { buttonClasses } from "@/ui/button-classes";
import { Spinner } from "@/ui/spinner";

const POLL_MS = 2_500;
/** After this long the message will bring the link. */
const PATIENCE_MS = 60_000;

/** The way into an online visit, and how its video link stands; while it is being made it appears by itself. */
export function MeetLink({ booking, manageToken }: { booking: BookingView; manageToken: string }) {
  const [isPatient, setIsPatient] = useState(true);
  const [status, setStatus] = useState(booking.meet.status);
  const { answers } = useAnswers("bookings.byLink", [{ manageToken }], { isEnabled: status === "pending" && isPatient, refreshMs: POLL_MS });
  const latest = answers[0]?.data?.meet.status;
  // Adjusting state while rendering: what arrived decides whether to ask on.
  if (latest && latest !== status) setStatus(latest);
  useEffect(() => {
    const timer = setTimeout(() => setIsPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-live="polite">
      {status === "ready" ? (
        <>
          <a href={`/m/${manageToken}/visit`} rel="noreferrer" className={buttonClasses({ variant: "primary", className: "max-sm:w-full" })}>
            <Video aria-hidden="true" />
            Join video
          </a>
          <p className="mt-2 flex items-start gap-2 text-sm text-muted">
            <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-success-ink" />
            The link is ready. You can enter from ten minutes before the start.
          </p>
        </>
      ) : status === "pending" && isPatient ? (
        <Words icon={<Spinner className="mt-1" />}>By video. Your link is being made and appears here in a moment.</Words>
      ) : (
        <Words icon={<Video aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-muted" />}>
          {status === "pending"
            ? "By video. The link takes longer than usual; it reaches you by message before the visit."
            : status === "failed"
              ? `By video. The link could not be made yet. We keep trying, and ${booking.provider.name} sees it too.`
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
