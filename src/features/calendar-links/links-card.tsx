"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CalendarSearch } from "lucide-react";
import { useTRPC } from "@/features/api/trpc-client";
import { ReadState } from "@/features/integrations/read-state";
import { Alert } from "@/ui/alert";
import { IconCard } from "@/ui/icon-card";
import { AddLinkForm } from "./add-link-form";
import { LinkPanel } from "./link-panel";

const REFRESH_MS = 5_000;

/** Calendars that are read from a public address: their events block the provider's bookings. */
export function LinksCard() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const list = useQuery({ ...trpc.calendarLinks.list.queryOptions(), refetchInterval: REFRESH_MS });
  const { data } = list;
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.calendarLinks.pathKey() });
  return (
    <IconCard
      id="links"
      icon={<CalendarSearch />}
      title="Calendars by link"
      detail="Any calendar with a link: a hospital rota, a shared room, Outlook, iCloud. Read every quarter of an hour; when you are busy there, nobody books you here."
    >
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5">
        <ReadState query={list} failedTitle="The calendars could not be read" height="h-24" />
        {data && data.links.length > 0 && (
          <ul className="divide-y divide-line rounded-lg border border-line">
            {data.links.map((link) => (
              <li key={link.connectionId} className="px-4 py-3">
                <LinkPanel link={link} onChanged={refresh} />
              </li>
            ))}
          </ul>
        )}
        {data?.isOn === false && <Alert tone="neutral">Calendars are switched off on this installation.</Alert>}
        {data?.isOn && <AddLinkForm onAdded={refresh} />}
      </div>
    </IconCard>
  );
}
