"use client";

import { lazy, Suspense, useState } from "react";
import { CalendarPlus, ExternalLink, Rss } from "lucide-react";
import type { BookingView } from "@/application/booking/booking-schemas";
import { Button } from "@/ui/button";
import { buttonClasses } from "@/ui/button-classes";
import { googleCalendarHref } from "./google-calendar-href";

const VisitFeed = lazy(() => import("@/features/feeds/visit-feed").then((module) => ({ default: module.VisitFeed })));

type AddToCalendarProps = { booking: BookingView; /** Absolute. */ manageUrl: string; manageToken: string };

export function AddToCalendar({ booking, manageUrl, manageToken }: AddToCalendarProps) {
  const [isFollowing, setIsFollowing] = useState(false);
  return (
    <div className="flex flex-wrap gap-2 max-sm:flex-col">
      <a href={`/m/${manageToken}/invite.ics`} download="appointment.ics" rel="noreferrer" className={buttonClasses()}>
        <CalendarPlus aria-hidden="true" />
        Add to calendar
      </a>
      <a href={googleCalendarHref(booking, manageUrl)} target="_blank" rel="noreferrer" className={buttonClasses({ variant: "quiet" })}>
        Google Calendar
        <ExternalLink aria-hidden="true" />
        <span className="sr-only"> (opens in a new tab)</span>
      </a>
      <Button variant="quiet" onClick={() => setIsFollowing(true)}>
        <Rss aria-hidden="true" />
        Follow changes
      </Button>
      {isFollowing && (
        <Suspense fallback={null}>
          <VisitFeed manageToken={manageToken} onClose={() => setIsFollowing(false)} />
        </Suspense>
      )}
    </div>
  );
}
