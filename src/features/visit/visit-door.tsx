import type { ReactNode } from "react";
import { CircleCheck, Clock, Video } from "lucide-react";
import type { VisitView } from "@/application/visits/visit-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { VISIT_MODE_WORDS } from "@/features/providers/visit-mode-words";
import { buttonClasses } from "@/ui/button-classes";
import { Spinner } from "@/ui/spinner";
import { timeLeft } from "./time-left";
import { useServerClock } from "./use-server-clock";

/** What stands before the patient at this moment. */
export function VisitDoor({ visit }: { visit: VisitView }) {
  const { door, provider, mode } = visit;
  if (door === "early") return <ClosedDoor visit={visit} />;
  if (door === "open") return <OpenDoor visit={visit} />;
  if (door === "elsewhere") return <p>This visit is not by video: {VISIT_MODE_WORDS[mode].toLowerCase()}. Where to be stands on the appointment’s page.</p>;
  if (door === "unconfirmed") return <p>{provider.name} has not confirmed this visit yet. As soon as that happens you get a message, and the way in is here.</p>;
  return (
    <>
      <p>{door === "over" ? "The video link is closed." : "Nobody is waiting for you, and there is no video link any more."}</p>
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
  const { link, url, provider, phoneText } = visit;
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
          <p className="mt-3 text-muted">Stay on this page: the button appears by itself.{phoneText !== null && ` Is it past the time? Call ${phoneText}.`}</p>
        </>
      )}
    </div>
  );
}

/** Honest about the link: it is there, under way, or somebody has to bring it. */
function LinkState({ visit: { link, provider, phoneText } }: { visit: VisitView }) {
  if (link === "ready") return <Line icon={<CircleCheck aria-hidden="true" className="text-success-ink" />}>Your video link is ready.</Line>;
  if (link === "pending") return <Line icon={<Spinner className="mt-1" />}>Your video link is being prepared.</Line>;
  return <Line icon={<Clock aria-hidden="true" className="text-pending-ink" />}>The video link is not ready yet. {provider.name} sees that too; the clinic will send it to you, and it appears here.{phoneText !== null && ` You can also call ${phoneText}.`}</Line>;
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
