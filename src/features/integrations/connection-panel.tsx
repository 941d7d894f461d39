"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RefreshCw, Unplug } from "lucide-react";
import { useState } from "react";
import type { CalendarConnectionView } from "@/application/calendar/calendar-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { buttonClasses } from "@/ui/button-classes";
import { showToast } from "@/ui/toast";
import { CalendarLine } from "./calendar-line";
import { reconnectAddress } from "./connect-address";
import { DisconnectDialog } from "./disconnect-dialog";
import { ServiceAccountButton } from "./service-account-button";

const CONNECTED_BY: Record<CalendarConnectionView["access"], string> = { consent: "Connected account", shared: "Shared with the service account", delegated: "In your name, by your domain’s leave" };

type ConnectionPanelProps = { connection: CalendarConnectionView; all: readonly CalendarConnectionView[]; comingEvents: number };

/** One connected account with its calendars and its problems in plain words. */
export function ConnectionPanel({ connection, all, comingEvents }: ConnectionPanelProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.calendarSync.pathKey() });
  const onError = (error: unknown) => showToast({ tone: "danger", title: "That did not work", detail: refusalOf(error).message });
  const syncNow = useMutation(trpc.calendarSync.syncNow.mutationOptions({ onError, onSuccess: refresh }));
  const others = all
    .filter(({ id, state }) => id !== connection.id && state === "active")
    .flatMap(({ accountEmail, calendars }) => calendars.filter(({ canWrite }) => canWrite).map(({ id, name }) => ({ id, name, accountEmail })));
  const needsReconnect = connection.state === "reconnect-needed";
  return (
    <section aria-label={connection.accountEmail} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 border-t border-line pt-5 first:border-t-0 first:pt-0">
      {needsReconnect && (
        <Alert
          tone="danger"
          title="Google no longer lets us in"
          action={
            connection.access === "consent" ? (
              <a href={reconnectAddress(connection.id)} className={buttonClasses({ variant: "primary", size: "sm" })}>
                Connect again
              </a>
            ) : (
              <ServiceAccountButton address={connection.accountEmail} way={connection.access === "shared" ? "SHARED" : "DELEGATED"} />
            )
          }
        >
          Bookings go on with the times we last knew. They are written to your calendar once it is connected again.
        </Alert>
      )}
      {connection.problems
        .filter(({ fix }) => fix !== "reconnect" || !needsReconnect)
        .map(({ sentence, fix }) => (
          <Alert key={sentence} tone={fix === "none" ? "info" : "pending"}>
            {sentence}
          </Alert>
        ))}
      <div>
        <p className="text-sm text-muted">{CONNECTED_BY[connection.access]}</p>
        <p className="font-medium break-all">{connection.accountEmail}</p>
      </div>
      {connection.calendars.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line">
          {connection.calendars.map((calendar) => (
            <li key={calendar.id} className="px-4 py-3">
              <CalendarLine calendar={needsReconnect ? { ...calendar, problem: null, canWrite: false } : calendar} comingEvents={comingEvents} onChanged={refresh} />
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {!needsReconnect && (
          <Button
            loading={syncNow.isPending && "Asking Google…"}
            onClick={() => syncNow.mutate(undefined, { onSuccess: () => showToast({ tone: "info", title: "Reading your calendar", detail: "Changes appear here in a few seconds." }) })}
          >
            <RefreshCw aria-hidden="true" />
            Read it now
          </Button>
        )}
        <Button variant="quiet" onClick={() => setIsAsking(true)}>
          <Unplug aria-hidden="true" />
          Disconnect
        </Button>
      </div>
      {isAsking && <DisconnectDialog connection={connection} others={others} open onOpenChange={setIsAsking} onChanged={refresh} />}
    </section>
  );
}
