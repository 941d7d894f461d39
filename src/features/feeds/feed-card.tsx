import { Rss } from "lucide-react";
import { IconCard } from "@/ui/icon-card";
import { OwnFeed } from "./own-feed";

/** The provider's appointments for any calendar program. */
export function FeedCard() {
  return (
    <IconCard id="feed" icon={<Rss />} title="Calendar address" detail="Your appointments in Outlook, Apple Calendar or any other calendar, to look at. Useful beside Google Calendar, or instead of it.">
      <OwnFeed of="provider" />
    </IconCard>
  );
}
