"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Unplug } from "lucide-react";
import { useState } from "react";
import type { ClinicCalendarsView, ClinicConnectionView } from "@/application/clinic-calendars/clinic-calendar-schemas";
import { useTRPC } from "@/features/api/trpc-client";
import { connectClinicAddress } from "@/features/integrations/connect-address";
import { DisconnectDialog } from "@/features/integrations/disconnect-dialog";
import { ServiceAccountButton } from "@/features/integrations/service-account-button";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { buttonClasses } from "@/ui/button-classes";
import { Card } from "@/ui/card";
import { StatusChip } from "@/ui/status-chip";
import { ClinicCalendarLine } from "./clinic-calendar-line";

/** One account of the clinic with its calendars and its problems in plain words. */
export function ClinicConnection({ clinic, connection }: { clinic: ClinicCalendarsView; connection: ClinicConnectionView }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.clinicCalendars.pathKey() });
  const needsReconnect = connection.state === "reconnect-needed";
  const isWaiting = connection.problems.some(({ fix }) => fix === "wait") || connection.calendars.some(({ problem }) => problem !== null);
  return (
    <Card aria-label={connection.accountEmail} className="grid grid-cols-[minmax(0,1fr)] gap-4 p-5">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h2 className="min-w-0 text-lg break-all">{connection.accountEmail}</h2>
        {needsReconnect ? <StatusChip tone="danger">Connect again</StatusChip> : isWaiting ? <StatusChip tone="pending">Delayed</StatusChip> : <StatusChip tone="success">Connected</StatusChip>}
      </div>
      {connection.problems.map(({ sentence, fix }) => (
        <Alert
          key={sentence}
          tone={fix === "reconnect" ? "danger" : fix === "none" ? "info" : "pending"}
          action={
            fix === "reconnect" &&
            (connection.access === "consent" ? (
              <a href={connectClinicAddress(clinic.organization.id, { connectionId: connection.id })} className={buttonClasses({ variant: "primary", size: "sm" })}>
                Connect again
              </a>
            ) : (
              <ServiceAccountButton address={connection.accountEmail} way={connection.access === "shared" ? "SHARED" : "DELEGATED"} organizationId={clinic.organization.id} />
            ))
          }
        >
          {sentence}
        </Alert>
      ))}
      {connection.calendars.length === 0 ? (
        <p className="text-muted">Its calendars are being listed. They appear here in a moment.</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line">
          {connection.calendars.map((calendar) => (
            <li key={calendar.id} className="px-4 py-4">
              <ClinicCalendarLine clinic={clinic} calendar={calendar} onChanged={refresh} />
            </li>
          ))}
        </ul>
      )}
      <Button variant="quiet" className="justify-self-start" onClick={() => setIsAsking(true)}>
        <Unplug aria-hidden="true" />
        Disconnect
      </Button>
      {isAsking && <DisconnectDialog connection={connection} others={[]} open onOpenChange={setIsAsking} onChanged={refresh} />}
    </Card>
  );
}
