"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CalendarSearch } from "lucide-react";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Card } from "@/ui/card";
import { Skeleton } from "@/ui/skeleton";
import { AddLinkForm } from "./add-link-form";
import { LinkPanel } from "./link-panel";

const REFRESH_MS = 5_000;

/** Calendars that are read from a public address: their events block the provider's bookings. */
export function LinksCard() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data, error } = useQuery({ ...trpc.calendarLinks.list.queryOptions(), refetchInterval: REFRESH_MS });
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.calendarLinks.pathKey() });
  return (
    <Card aria-labelledby="links-title" className="p-5">
      <div className="flex items-start gap-4">
        <span aria-hidden="true" className="grid size-10 shrink-0 place-items-center rounded-lg bg-sunken text-muted dark:bg-surface">
          <CalendarSearch />
        </span>
        <div className="min-w-0 grow">
          <h2 id="links-title" className="text-lg">
            Calendars by link
          </h2>
          <p className="mt-1 text-muted">Any calendar with a link: a hospital rota, a shared room, Outlook, iCloud. Read every quarter of an hour; when you are busy there, nobody books you here.</p>
        </div>
      </div>
      <div className="mt-5 grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5">
        {data === undefined && !error && <Skeleton className="h-24" />}
        {data === undefined && error && <Alert tone="danger" title="The calendars could not be read">{refusalOf(error).message}</Alert>}
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
    </Card>
  );
}
