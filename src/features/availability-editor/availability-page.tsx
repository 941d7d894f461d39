"use client";

import { useQuery } from "@tanstack/react-query";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { useDesk } from "@/features/bookings-desk/desk-context";
import { NoProviderYet } from "@/features/bookings-desk/no-provider-yet";
import { zoneInWords } from "@/domain/time/format-time";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { PageHeader } from "@/ui/page-header";
import { Skeleton } from "@/ui/skeleton";
import { ExceptionsCard } from "./exceptions-card";
import { HolidaysCard } from "./holidays-card";
import { WeeklyHoursCard } from "./weekly-hours-card";

/** When a provider can be booked: the usual week, days that differ, and what patients make of it. */
export function AvailabilityPage({ isManager }: { isManager: boolean }) {
  const { owner } = useDesk();
  if (owner === null) return <NoProviderYet />;
  return (
    <>
      <PageHeader title="Availability" detail={`When ${owner.isOwn ? "you can" : `${owner.name} can`} be booked, ${zoneInWords(owner.timeZone)}. Bookings you already have are never touched.`} />
      <AvailabilityOf key={owner.id} providerId={owner.id} canManage={isManager} />
    </>
  );
}

function AvailabilityOf({ providerId, canManage }: { providerId: string; canManage: boolean }) {
  const trpc = useTRPC();
  const { data: schedule, error, refetch } = useQuery(trpc.schedule.get.queryOptions({ providerId }));
  if (error && schedule === undefined) {
    return (
      <Alert tone="danger" announce="polite" title="The hours could not be read" action={<Button size="sm" onClick={() => void refetch()}>Try again</Button>}>
        {refusalOf(error).message}
      </Alert>
    );
  }
  if (schedule === undefined) {
    return (
      <div role="status" className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <span className="sr-only">Reading the hours</span>
        <Skeleton className="h-[40rem]" />
        <Skeleton className="h-[30rem]" />
      </div>
    );
  }
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_23rem]">
      <WeeklyHoursCard schedule={schedule} />
      <div className="grid gap-6">
        <ExceptionsCard schedule={schedule} />
        <HolidaysCard schedule={schedule} canManage={canManage} />
      </div>
    </div>
  );
}
