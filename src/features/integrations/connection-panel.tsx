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
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { showToast } from "@/ui/toast";
import { CalendarLine } from "./calendar-line";
import { CONNECT_ADDRESS } from "./connect-address";

/** One connected account with its calendars and its problems in plain words. */
export function ConnectionPanel({ connection }: { connection: CalendarConnectionView }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.calendarSync.pathKey() });
  const onError = (error: unknown) => showToast({ tone: "danger", title: "That did not work", detail: refusalOf(error).message });
  const syncNow = useMutation(trpc.calendarSync.syncNow.mutationOptions({ onError, onSuccess: refresh }));
  const disconnect = useMutation(
    trpc.calendarSync.disconnect.mutationOptions({
      onError,
      onSuccess: async () => {
        setIsAsking(false);
        showToast({ title: "Google Calendar is disconnected", detail: "Its times no longer block bookings." });
        await refresh();
      },
    }),
  );
  const needsReconnect = connection.state === "reconnect-needed";
  return (
    <section aria-label={connection.accountEmail} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
      {needsReconnect && (
        <Alert
          tone="danger"
          title="Google no longer lets us in"
          action={
            <a href={CONNECT_ADDRESS} className={buttonClasses({ variant: "primary", size: "sm" })}>
              Connect again
            </a>
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
        <p className="text-sm text-muted">Connected account</p>
        <p className="font-medium break-all">{connection.accountEmail}</p>
      </div>
      {connection.calendars.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line">
          {connection.calendars.map((calendar) => (
            <li key={calendar.id} className="px-4 py-3">
              <CalendarLine calendar={needsReconnect ? { ...calendar, problem: null } : calendar} onChanged={refresh} />
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
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={`Disconnect ${connection.accountEmail}?`}
        consequence="Your own events stop blocking bookings at once, and new bookings are no longer written to this calendar. Bookings stay as they are. We forget the access Google gave us."
        confirmLabel="Disconnect"
        tone="danger"
        working={disconnect.isPending && "Disconnecting…"}
        onConfirm={() => disconnect.mutate({ connectionId: connection.id })}
      />
    </section>
  );
}
