import { Rss } from "lucide-react";
import { Card } from "@/ui/card";
import { OwnFeed } from "./own-feed";

/** The provider's appointments for any calendar program. */
export function FeedCard() {
  return (
    <Card aria-labelledby="feed-title" className="p-5">
      <div className="flex items-start gap-4">
        <span aria-hidden="true" className="grid size-10 shrink-0 place-items-center rounded-lg bg-sunken text-muted dark:bg-surface">
          <Rss />
        </span>
        <div className="min-w-0 grow">
          <h2 id="feed-title" className="text-lg">
            Calendar address
          </h2>
          <p className="mt-1 text-muted">Your appointments in Outlook, Apple Calendar or any other calendar, to look at. Useful beside Google Calendar, or instead of it.</p>
        </div>
      </div>
      <div className="mt-5">
        <OwnFeed of="provider" />
      </div>
    </Card>
  );
}
