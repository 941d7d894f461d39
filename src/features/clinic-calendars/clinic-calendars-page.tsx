"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { CALENDAR_PROBLEMS, type CalendarProblem } from "@/application/calendar/calendar-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { connectClinicAddress } from "@/features/integrations/connect-address";
import { ServiceAccountButton } from "@/features/integrations/service-account-button";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { buttonClasses } from "@/ui/button-classes";
import { Card } from "@/ui/card";
import { NativeSelect } from "@/ui/native-select";
import { PageHeader } from "@/ui/page-header";
import { Skeleton } from "@/ui/skeleton";
import { ClinicActions } from "./clinic-actions";
import { ClinicConnection } from "./clinic-connection";

type ClinicCalendarsPageProps = { isConnected: boolean; problem: CalendarProblem | null };

/** Google accounts of the clinic: what stands in their calendars blocks bookings for everybody, or for those at one location. */
export function ClinicCalendarsPage({ isConnected, problem }: ClinicCalendarsPageProps) {
  const trpc = useTRPC();
  const id = useId();
  const [organizationId, setOrganizationId] = useState<string | undefined>(undefined);
  const { data, error, refetch } = useQuery({ ...trpc.clinicCalendars.status.queryOptions({ organizationId }), refetchInterval: 5_000 });
  return (
    <>
      <PageHeader
        title="Clinic calendars"
        detail="Closing days, team meetings, a room that is being painted: what stands in these Google calendars blocks bookings for everybody in the clinic, or for those at one location."
        actions={
          data !== undefined &&
          data.organizations.length > 1 && (
            <div>
              <label htmlFor={id} className="sr-only">
                Clinic
              </label>
              <NativeSelect id={id} value={data.organization.id} onChange={(event) => setOrganizationId(event.target.value)}>
                {data.organizations.map(({ id: value, name }) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </NativeSelect>
            </div>
          )
        }
      />
      {problem !== null && (
        <Alert tone={problem === "denied" ? "pending" : "danger"} announce="assertive" title="No account was connected" className="mb-5">
          {CALENDAR_PROBLEMS[problem]}
        </Alert>
      )}
      {isConnected && problem === null && (
        <Alert tone="success" announce="polite" title="The account is connected" className="mb-5">
          Say below whom each of its calendars makes busy. Until then it blocks nobody’s bookings.
        </Alert>
      )}
      {error && data === undefined && (
        <Alert tone="danger" title="The clinic’s calendars could not be read" action={<Button size="sm" onClick={() => void refetch()}>Try again</Button>}>
          {refusalOf(error).message}
        </Alert>
      )}
      {data === undefined && !error && <Skeleton className="h-60" />}
      {data?.state === "off" && <Alert tone="neutral" title="Google Calendar is switched off on this installation">Bookings go on without it.</Alert>}
      {data !== undefined && data.state !== "off" && (
        <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-5">
          {data.connections.map((connection) => (
            <ClinicConnection key={connection.id} clinic={data} connection={connection} />
          ))}
          {data.connections.length > 0 && <ClinicActions clinic={data} />}
          <Card aria-labelledby="connect-title" className="p-5">
            <h2 id="connect-title" className="text-lg">
              {data.connections.length === 0 ? "Connect the clinic’s Google account" : "Another account"}
            </h2>
            <p className="mt-1 mb-4 text-muted">An account of {data.organization.name} that keeps such a calendar. It is only read; nobody’s bookings are written into it, and nobody sees what its events are.</p>
            <a href={connectClinicAddress(data.organization.id)} className={buttonClasses({ variant: data.connections.length === 0 ? "primary" : "secondary" })}>
              {data.connections.length === 0 ? "Connect Google Calendar" : "Connect another account"}
            </a>
            <ServiceAccountButton organizationId={data.organization.id} />
          </Card>
        </div>
      )}
    </>
  );
}
