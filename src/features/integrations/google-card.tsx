"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarSync, Check, Plus } from "lucide-react";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { buttonClasses } from "@/ui/button-classes";
import { cn } from "@/ui/class-names";
import { IconCard } from "@/ui/icon-card";
import { StatusChip } from "@/ui/status-chip";
import { BatchNotice } from "./batch-notice";
import { CONNECT_ADDRESS, CONNECT_ANOTHER_ADDRESS } from "./connect-address";
import { ClinicCalendarsNote } from "./clinic-calendars-note";
import { ConnectionPanel } from "./connection-panel";
import { ConnectionSummary } from "./connection-summary";
import { ReadState } from "./read-state";
import { ServiceAccountButton } from "./service-account-button";
import { isReadingFirst, summariseSync } from "./summarise-sync";

/** Google Calendar: what it does, how it stands, and for its owner the button that mends it. */
export function GoogleCard({ providerId, isOwn, providerName }: { providerId: string; isOwn: boolean; providerName: string }) {
  const trpc = useTRPC();
  const status = useQuery({ ...trpc.calendarSync.status.queryOptions({ providerId }), refetchInterval: ({ state }) => (isReadingFirst(state.data) ? 1_500 : 5_000) });
  const { data } = status;
  const summary = data && summariseSync(data);
  return (
    <IconCard id="google" icon={<CalendarSync />} isProminent title="Google Calendar" chip={summary && <StatusChip tone={summary.tone}>{summary.label}</StatusChip>} detail={summary?.sentence}>
      <ReadState query={status} failedTitle="The connection could not be read" height="h-40" />
      {isOwn && data?.state === "not-connected" && <ConnectInvitation />}
      {isOwn && data?.state === "active" && data.connections.some(({ calendars }) => calendars.length > 0) && !data.connections.some(({ calendars }) => calendars.some(({ receivesBookings }) => receivesBookings)) && (
        <Alert tone="pending" title="No calendar receives your bookings" className="mb-5">
          They are kept here and wait. Choose “Send bookings here” at one of your calendars, and all coming visits appear there.
        </Alert>
      )}
      {data && data.connections.length > 0 && <BatchNotice providerId={providerId} isOwn={isOwn} />}
      {data && data.connections.length > 0 && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          {data.connections.map((connection) => (isOwn ? <ConnectionPanel key={connection.id} connection={connection} all={data.connections} comingEvents={data.comingEvents} /> : <ConnectionSummary key={connection.id} connection={connection} />))}
        </div>
      )}
      {data !== undefined && data.clinicCalendars.length > 0 && <ClinicCalendarsNote calendars={data.clinicCalendars} />}
      {isOwn && data !== undefined && data.connections.length > 0 && (
        <div className="mt-6 border-t border-line pt-5">
          <a href={CONNECT_ANOTHER_ADDRESS} className={buttonClasses({})}>
            <Plus aria-hidden="true" />
            Connect another account
          </a>
          <p className="mt-2 text-sm text-muted">Events of every account you let in block bookings. Bookings go to one calendar.</p>
        </div>
      )}
      {isOwn && data !== undefined && data.state !== "off" && <ServiceAccountButton />}
      {!isOwn && data !== undefined && data.state !== "off" && <p className={cn("text-muted", data.connections.length > 0 && "mt-4 border-t border-line pt-4")}>Only {providerName} can {data.connections.length > 0 ? "change this" : "connect a calendar"}, from their own account.</p>}
    </IconCard>
  );
}

const BENEFITS = ["Your own events block bookings. Nobody sees what they are.", "Every booking appears in your calendar, with a video link where it is needed.", "Move or delete it in Google, and the patient is told."];

function ConnectInvitation() {
  return (
    <>
      <ul className="grid gap-2">
        {BENEFITS.map((words) => (
          <li key={words} className="flex items-start gap-2">
            <Check aria-hidden="true" className="mt-0.5 size-4.5 text-success-ink" />
            {words}
          </li>
        ))}
      </ul>
      <a href={CONNECT_ADDRESS} className={buttonClasses({ variant: "primary", size: "lg" }) + " mt-5"}>
        Connect Google Calendar
      </a>
      <p className="mt-2 text-sm text-muted">On Google’s page, choose your account and tick both calendar boxes.</p>
    </>
  );
}
