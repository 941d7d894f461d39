"use client";

import { useEffect, useRef } from "react";
import { MapPin, Phone, Video } from "lucide-react";
import type { VisitView } from "@/application/visits/visit-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { ChosenTime } from "@/features/booking/chosen-time";
import { visitState } from "@/features/my-bookings/visit-state";
import { Alert } from "@/ui/alert";
import { Avatar } from "@/ui/avatar";
import { buttonClasses } from "@/ui/button-classes";
import { VisitDoor } from "./visit-door";

type VisitRoomProps = {
  visit: VisitView;
  /** The page of the appointment itself. */
  appointmentHref: string;
};

const MODE_ICONS = { ONLINE: Video, PHONE: Phone, IN_PERSON: MapPin };

/** The way into a video visit: when it opens, whether the link is there, and the one button. */
export function VisitRoom({ visit, appointmentHref }: VisitRoomProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { door, provider, movedFrom } = visit;
  const seen = useRef(door);
  useEffect(() => {
    // Somebody who waits by ear learns that the door opened.
    if (seen.current !== door) heading.current?.focus({ preventScroll: true });
    seen.current = door;
  }, [door]);
  const isOff = door === "off";
  const Icon = MODE_ICONS[visit.mode];
  return (
    <div className="mx-auto max-w-2xl py-8 sm:py-12">
      {movedFrom !== null && !isOff && door !== "over" && (
        <Alert tone="info" className="mb-5" title="This visit was moved">
          It was {formatLocal(movedFrom).dateTime} before.
        </Alert>
      )}
      <section aria-labelledby="visit-heading" className="rounded-xl border border-line bg-raised p-5 sm:p-8">
        <h1 id="visit-heading" ref={heading} tabIndex={-1} className="flex items-center gap-2 text-lg">
          <Icon aria-hidden="true" className="size-5 shrink-0 text-muted" />
          {headingOf(visit)}
        </h1>
        <div className="mt-4">
          <ChosenTime localStart={visit.localStart} providerLocalStart={visit.providerLocalStart} timeZone={visit.timeZone} providerTimeZone={visit.providerTimeZone} mode={visit.mode} isOff={isOff} />
        </div>
        <p className="mt-5 flex items-center gap-3 font-medium">
          <Avatar name={provider.name} portrait={{ seed: provider.portraitSeed }} />
          {provider.name}
        </p>
        <div className="mt-6 border-t border-line pt-5">
          <VisitDoor visit={visit} appointmentHref={appointmentHref} />
        </div>
      </section>
      <p className="mt-5 flex flex-wrap gap-2">
        <a href={appointmentHref} rel="noreferrer" className={buttonClasses({ variant: "quiet", size: "sm" })}>
          {door === "early" || door === "open" ? "Move, cancel or see the appointment" : "See the appointment"}
        </a>
      </p>
    </div>
  );
}

function headingOf({ door, status, endsAt, now }: VisitView): string {
  if (door === "open") return "The door is open";
  if (door === "early" || door === "elsewhere") return "Your visit";
  if (door === "over") return "This visit is over";
  return visitState({ status, endsAt }, Date.parse(now)).title;
}
