"use client";

import { useQuery } from "@tanstack/react-query";
import { RefreshCw, RotateCw } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { SyncHealthView } from "@/application/sync-doctor/sync-doctor-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { useDesk } from "@/features/bookings-desk/desk-context";
import { NoProviderYet } from "@/features/bookings-desk/no-provider-yet";
import { isReadingFirst } from "@/features/integrations/summarise-sync";
import { useNow } from "@/features/integrations/use-now";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { buttonClasses } from "@/ui/button-classes";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";
import { Skeleton } from "@/ui/skeleton";
import { StatusChip } from "@/ui/status-chip";
import { ComparisonCard } from "./comparison-card";
import { ExplainTimeCard } from "./explain-time-card";
import { summariseFindings } from "./summarise-findings";
import { Findings } from "./findings";
import { SyncConnectionCard } from "./sync-connection-card";
import { useDoctorActions, type DoctorActions } from "./use-doctor-actions";
import { WriteQueueCard } from "./write-queue-card";

/** Whether calendars and bookings tell the same story, what is wrong if not, and the buttons that mend it. */
export function SyncDoctorPage() {
  const { owner } = useDesk();
  return owner === null ? <NoProviderYet /> : <DoctorOf key={owner.id} providerId={owner.id} isOwn={owner.isOwn} />;
}

function DoctorOf({ providerId, isOwn }: { providerId: string; isOwn: boolean }) {
  const trpc = useTRPC();
  const now = useNow(10_000);
  const { data, error, refetch } = useQuery({ ...trpc.syncDoctor.health.queryOptions({ providerId }), refetchInterval: ({ state }) => (isReadingFirst(state.data) ? 1_500 : 5_000) });
  const actions = useDoctorActions(providerId);
  const mend = data?.mayMend ? actions : null;
  const summary = data && data.connections.length > 0 && summariseFindings(data.findings);
  return (
    <>
      <PageHeader
        before={<Link href="/provider/integrations" className="text-sm text-muted underline underline-offset-4">Integrations</Link>}
        title="Sync health"
        status={summary && <StatusChip tone={summary.tone}>{summary.label}</StatusChip>}
        detail="Whether Google Calendar and MedBookings tell the same story, and what to do when they do not."
        actions={
          mend !== null &&
          data !== undefined &&
          data.connections.length > 0 && (
            <>
              <Button loading={mend.working === "replay" && "Trying…"} onClick={mend.replay}>
                <RotateCw aria-hidden="true" />
                Try failed writes again
              </Button>
              <Button loading={mend.working === "reread" && "Asking Google…"} onClick={mend.reread}>
                <RefreshCw aria-hidden="true" />
                Read everything again
              </Button>
            </>
          )
        }
      />
      {error && data === undefined && (
        <Alert tone="danger" announce="polite" title="The state could not be read" action={<Button size="sm" onClick={() => void refetch()}>Try again</Button>}>
          {refusalOf(error).message}
        </Alert>
      )}
      {data === undefined && !error && <Skeleton className="h-80" />}
      {data && (
        <div className="grid gap-8">
          {data.connections.length === 0 ? <NothingConnected isOff={data.isOff} /> : <Connected health={data} now={now} mend={mend} findings={<Findings findings={data.findings} mend={mend} isOwn={isOwn} />} />}
          <ExplainTimeCard providerId={providerId} timeZone={data.timeZone} />
        </div>
      )}
    </>
  );
}

function Connected({ health, now, mend, findings }: { health: SyncHealthView; now: number; mend: DoctorActions | null; findings: ReactNode }) {
  return (
    <>
      <section aria-label="What needs a look">{findings}</section>
      <section aria-labelledby="accounts-title">
        <h2 id="accounts-title" className="mb-3 text-lg">
          Reading
        </h2>
        <div className="grid gap-3">
          {health.connections.map((connection) => (
            <SyncConnectionCard key={connection.id} connection={connection} now={now} />
          ))}
        </div>
      </section>
      <WriteQueueCard queue={health.queue} now={now} />
      <ComparisonCard calendars={health.connections.flatMap(({ calendars }) => calendars)} timeZone={health.timeZone} now={now} actions={mend} />
    </>
  );
}

function NothingConnected({ isOff }: { isOff: boolean }) {
  return (
    <EmptyState title={isOff ? "Google Calendar is switched off" : "No calendar is connected"} action={!isOff && <Link href="/provider/integrations" className={buttonClasses({ variant: "primary" })}>Connect a calendar</Link>}>
      {isOff ? "This installation works without it. Only bookings decide what is free." : "Only bookings decide what is free. Connect a calendar and its events do too."}
    </EmptyState>
  );
}
