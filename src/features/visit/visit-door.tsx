import type { ReactNode } from "react";
import { CircleCheck, Clock, Video } from "lucide-react";
import type { VisitView } from "@/application/visits/visit-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { buttonClasses } from "@/ui/button-classes";
import { Spinner } from "@/ui/spinner";
import { timeLeft } from "./time-left";
import { useServerClock } from "./use-server-clock";

/** What stands before the patient at this moment. `appointmentHref` leads to the page of the appointment itself. */
export function VisitDoor({ visit, appointmentHref }: { visit: VisitView; appointmentHref: string }) {
  const { door, provider, mode } = visit;
  if (door === "early") return <ClosedDoor visit={visit} />;
  if (door === "open") return <OpenDoor visit={visit} />;
  if (door === "unconfirmed") return <p>{provider.name} has not confirmed this visit yet. As soon as that happens you get a message, and the way in is here.</p>;
  if (door === "elsewhere") {
    if (mode === "PHONE") return <p>This visit is by phone: {provider.name} calls you. There is nothing to open here.</p>;
    return (
      <>
        <p>This visit is in person, not by video.</p>
        <a href={appointmentHref} rel="noreferrer" className={buttonClasses({ variant: "primary", className: "mt-4 max-sm:w-full" })}>
          See where to go
        </a>
      </>
    );
  }
  return (
    <>
      <p>{door === "off" ? "There is nothing to join any more, and nobody waits for you." : mode === "ONLINE" ? "The video link is closed." : "There is nothing to join any more."}</p>
      <a href={`/p/${provider.slug}`} className={buttonClasses({ variant: "primary", className: "mt-4 max-sm:w-full" })}>
        Book another time
      </a>
    </>
  );
}

function ClosedDoor({ visit }: { visit: VisitView }) {
  const now = useServerClock(visit.now);
  const opensAt = Date.parse(visit.opensAt);
  const { time } = formatLocal(visit.localOpensAt);
  return (
    <>
      <p className="text-muted">You can join in</p>
      <p role="timer" className="time-figure text-2xl">{timeLeft(opensAt - now)}</p>
      <p className="mt-1">From {time}, ten minutes before the start, the button appears here by itself.</p>
      <div className="mt-4 grid gap-2">
        <LinkState visit={visit} />
        <CameraHint />
      </div>
    </>
  );
}

function OpenDoor({ visit }: { visit: VisitView }) {
  const { link, url, provider } = visit;
  return (
    <div aria-live="polite">
      {link === "ready" && url !== null ? (
        <>
          <a href={url} target="_blank" rel="noreferrer" className={buttonClasses({ variant: "primary", size: "lg", className: "max-sm:w-full" })}>
            <Video aria-hidden="true" />
            Join the visit
            <span className="sr-only"> (opens in a new tab)</span>
          </a>
          <p className="mt-3">{provider.name} lets you in. If nobody is there yet, wait a moment.</p>
          <div className="mt-4">
            <CameraHint />
          </div>
        </>
      ) : (
        <>
          <LinkState visit={visit} />
          <p className="mt-3 text-muted">
            Stay on this page: the button appears by itself.
            {link === "pending" && <CallThem visit={visit} lead="Is it past the time? Call" />}
          </p>
        </>
      )}
    </div>
  );
}

/** Honest about the link: it is there, under way, or somebody has to bring it. */
function LinkState({ visit }: { visit: VisitView }) {
  const { link, provider } = visit;
  if (link === "ready") return <Line icon={<CircleCheck aria-hidden="true" className="text-success-ink" />}>Your video link is ready.</Line>;
  if (link === "pending") return <Line icon={<Spinner className="mt-1" />}>Your video link is being prepared.</Line>;
  return (
    <Line icon={<Clock aria-hidden="true" className="text-pending-ink" />}>
      The video link is not ready yet. {provider.name} sees that too; the clinic sends it to you, and it appears here.
      <CallThem visit={visit} lead="You can also call" />
    </Line>
  );
}

/** Where somebody answers, one tap away. Nothing where no number is known. */
function CallThem({ visit: { phone, phoneText }, lead }: { visit: VisitView; lead: string }) {
  if (phone === null) return null;
  return (
    <>
      {` ${lead} `}
      <a href={`tel:${phone}`} className="text-link inline-flex min-h-6 items-center whitespace-nowrap tabular-nums pointer-coarse:min-h-11">
        {phoneText}
      </a>
      .
    </>
  );
}

const CameraHint = () => <Line icon={<Video aria-hidden="true" className="text-muted" />}>Nothing to install. Meet shows you your camera and microphone before you enter.</Line>;

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="flex items-start gap-2.5 [&>.lucide]:mt-0.5 [&>.lucide]:size-5 [&>.lucide]:shrink-0">
      {icon}
      <span>{children}</span>
    </p>
  );
}
