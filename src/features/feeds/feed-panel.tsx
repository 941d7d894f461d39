"use client";

import { lazy, Suspense, useState, type ReactNode } from "react";
import { Link2, Link2Off, RefreshCw } from "lucide-react";
import type { FeedView } from "@/application/feeds/feed-schemas";
import { formatDate } from "@/domain/time/format-time";
import type { Refusal } from "@/features/api/refusal";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import { NewAddress } from "./new-address";

const ConfirmDialog = lazy(() => import("@/ui/confirm-dialog").then((module) => ({ default: module.ConfirmDialog })));

type FeedPanelProps = {
  /** Undefined while it is being read, null when there is none. */
  feed: FeedView | null | undefined;
  /** The address just made. */
  newUrl: string | null;
  /** Who reads what through the address, in a sentence. */
  whatItShows: string;
  isWorking: boolean;
  refusal: Refusal | null;
  onMake: () => void;
  onRevoke: () => void;
  /** Settings of a feed that is there. */
  children?: ReactNode;
};

/** A secret calendar address: make it, replace it, switch it off. */
export function FeedPanel({ feed, newUrl, whatItShows, isWorking, refusal, onMake, onRevoke, children }: FeedPanelProps) {
  const [asking, setAsking] = useState<"renew" | "revoke" | null>(null);
  if (feed === undefined) return refusal ? <Alert tone="danger">{refusal.message}</Alert> : <Skeleton className="h-16" />;
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
      {newUrl !== null && <NewAddress url={newUrl} />}
      {refusal && (
        <Alert tone="danger" announce="assertive">
          {refusal.message}
        </Alert>
      )}
      {feed === null && newUrl !== null ? null : feed === null ? (
        <Button className="justify-self-start max-sm:w-full" loading={isWorking && "Making it…"} onClick={onMake}>
          <Link2 aria-hidden="true" />
          Make an address
        </Button>
      ) : (
        <>
          <p className="text-sm text-muted">
            In use since {formatDate(feed.createdAt.slice(0, 10), undefined, true)}. {whatItShows}
          </p>
          {children}
          <div className="flex flex-wrap gap-2">
            <Button size="sm" loading={isWorking && "One moment…"} onClick={() => setAsking("renew")}>
              <RefreshCw aria-hidden="true" />
              Make a new address
            </Button>
            <Button size="sm" variant="quiet" onClick={() => setAsking("revoke")}>
              <Link2Off aria-hidden="true" />
              Switch it off
            </Button>
          </div>
        </>
      )}
      {asking !== null && (
        <Suspense fallback={null}>
          <ConfirmDialog
            open
            onOpenChange={() => setAsking(null)}
            title={asking === "renew" ? "Make a new address?" : "Switch the address off?"}
            consequence="The address you have stops at once. Calendars that read it keep what they last saw, or empty themselves."
            confirmLabel={asking === "renew" ? "Make a new address" : "Switch it off"}
            cancelLabel="Keep it"
            tone={asking === "renew" ? "primary" : "danger"}
            onConfirm={() => {
              setAsking(null);
              if (asking === "renew") onMake();
              else onRevoke();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
