"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CalendarArrowDown } from "lucide-react";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { IconCard } from "@/ui/icon-card";
import { isOutdated } from "./import-words";
import { ImportForm } from "./import-form";
import { ImportPreview } from "./import-preview";
import { ImportProgress } from "./import-progress";
import { ImportResult } from "./import-result";

const RUNNING_REFRESH_MS = 1_000;

/** Takes visits that stand in a Google calendar over into bookings. Nothing while no calendar is connected or no service offered. */
export function ImportCard({ providerId }: { providerId: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: status } = useQuery(trpc.calendarSync.status.queryOptions({ providerId }));
  const { data: services } = useQuery(trpc.services.list.queryOptions({ providerId }));
  const { data: imports } = useQuery({ ...trpc.calendarImport.list.queryOptions({ providerId }), refetchInterval: ({ state }) => (state.data?.[0]?.state === "RUNNING" ? RUNNING_REFRESH_MS : false) });
  const start = useMutation(trpc.calendarImport.start.mutationOptions({ onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.calendarImport.pathKey() }) }));
  const accounts = status?.connections.filter(({ state }) => state === "active") ?? [];
  const calendars = accounts.flatMap((connection) => connection.calendars.map(({ id, name }) => ({ id, name: accounts.length > 1 ? `${name} (${connection.accountEmail})` : name })));
  const offered = services?.items.filter(({ isActive }) => isActive) ?? [];
  if (calendars.length === 0 || offered.length === 0) return null;
  const latest = imports?.find((run) => !isOutdated(run));
  return (
    <IconCard
      id="import"
      icon={<CalendarArrowDown />}
      title="Take visits over"
      detail="Coming visits that you wrote into a calendar yourself become bookings, with reminders and a place in your list. Your own entries stay as they are. Do it again whenever you like; nothing is made twice."
    >
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5">
        {start.error && (
          <Alert tone="danger" announce="assertive" title="Nothing was begun">
            {refusalOf(start.error).message}
          </Alert>
        )}
        {latest?.state === "RUNNING" ? (
          <ImportProgress run={latest} providerId={providerId} />
        ) : latest?.isPreview && latest.state === "FINISHED" ? (
          <ImportPreview key={latest.id} run={latest} isBeginning={start.isPending && !start.variables.isPreview} onTakeOver={() => start.mutate({ calendarId: latest.calendarId, rules: latest.rules })}>
            <ImportForm calendars={calendars} services={offered} initial={latest} isBeginning={start.isPending && start.variables.isPreview === true} onPreview={(choice) => start.mutate({ ...choice, isPreview: true })} />
          </ImportPreview>
        ) : (
          imports !== undefined && (
            <>
              {latest && <ImportResult run={latest} />}
              <ImportForm key={latest?.id} calendars={calendars} services={offered} initial={latest} isBeginning={start.isPending} onPreview={(choice) => start.mutate({ ...choice, isPreview: true })} />
            </>
          )
        )}
      </div>
    </IconCard>
  );
}
