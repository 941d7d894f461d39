"use client";

import { useQuery } from "@tanstack/react-query";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { agoInWords, deviceMoment } from "@/features/integrations/device-moment";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { PageHeader } from "@/ui/page-header";
import { Skeleton } from "@/ui/skeleton";
import { StatusChip } from "@/ui/status-chip";
import { CheckCard } from "./check-card";
import { CHECK_NAMES, OVERALL } from "./check-words";
import { ConnectionTable } from "./connection-table";
import { FailedJobsTable } from "./failed-jobs-table";

const GROUPS = [
  { title: "The machine", checks: ["database", "worker", "queue", "search", "zoneData"] },
  { title: "Calendars", checks: ["calendarSync", "googleCalendar"] },
  { title: "Messages", checks: ["messages", "email", "sms", "whatsapp"] },
] as const;

/** Whether the installation does its work, in plain words, read again every few seconds. */
export function HealthPage() {
  const trpc = useTRPC();
  const { data, error, refetch, isFetching } = useQuery({ ...trpc.health.details.queryOptions(), refetchInterval: 5_000 });
  return (
    <>
      <PageHeader
        title="Health"
        status={data && <StatusChip tone={OVERALL[data.status].tone}>{OVERALL[data.status].label}</StatusChip>}
        detail={data ? `${OVERALL[data.status].sentence} Looked at ${deviceMoment(data.checkedAt)}.` : "Looking at everything."}
        actions={
          <Button loading={isFetching && "Looking…"} onClick={() => void refetch()}>
            Look again
          </Button>
        }
      />
      {error && (
        <Alert tone="danger" announce="polite" title="The health could not be read" className="mb-5">
          {refusalOf(error).message}
        </Alert>
      )}
      {data === undefined && !error && <Skeleton className="h-96" />}
      {data && (
        <div className="grid gap-9">
          {GROUPS.map(({ title, checks }) => (
            <section key={title} aria-label={title}>
              <h2 className="mb-3 text-lg">{title}</h2>
              <div className="grid gap-3 sm:grid-cols-2">
                {checks.map((name) => (
                  <CheckCard key={name} name={CHECK_NAMES[name]} check={data.checks[name]} now={Date.parse(data.checkedAt)} />
                ))}
              </div>
            </section>
          ))}
          {data.connections.length > 0 && <ConnectionTable connections={data.connections} now={Date.parse(data.checkedAt)} />}
          {data.failedJobs.length > 0 && <FailedJobsTable jobs={data.failedJobs} describe={(at) => agoInWords(at, Date.parse(data.checkedAt))} />}
        </div>
      )}
    </>
  );
}
