"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { GitCompareArrows, RefreshCw } from "lucide-react";
import type { ClinicCalendarsView } from "@/application/clinic-calendars/clinic-calendar-schemas";
import { zoneInWords } from "@/domain/time/format-time";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { useNow } from "@/features/integrations/use-now";
import { ComparedCalendar } from "@/features/sync-doctor/compared-calendar";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { showToast } from "@/ui/toast";

/** What Google and MedBookings tell differently of the clinic's calendars, and what brings them together. */
export function ClinicActions({ clinic }: { clinic: ClinicCalendarsView }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const now = useNow(15_000);
  const settled = {
    onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.clinicCalendars.pathKey() }),
    onError: (error: unknown) => showToast({ tone: "danger", title: "That did not work", detail: refusalOf(error).message }),
  };
  const compare = useMutation(trpc.clinicCalendars.compare.mutationOptions({ ...settled, onSuccess: () => showToast({ tone: "info", title: "Comparing with Google", detail: "What differs appears here in a few seconds." }) }));
  const reread = useMutation(trpc.clinicCalendars.reread.mutationOptions({ ...settled, onSuccess: () => showToast({ tone: "info", title: "Reading everything again", detail: "What is known goes on blocking bookings until then." }) }));
  const organizationId = clinic.organization.id;
  const inUse = clinic.connections.flatMap(({ calendars }) => calendars).filter(({ readsBusy }) => readsBusy);
  if (inUse.length === 0) return null;
  return (
    <section aria-labelledby="comparison-title">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="comparison-title" className="text-lg">
          Side by side
        </h2>
        <div className="flex flex-wrap gap-2">
          <Button size="sm" loading={compare.isPending && "Comparing…"} onClick={() => compare.mutate({ organizationId })}>
            <GitCompareArrows aria-hidden="true" />
            Compare now
          </Button>
          <Button size="sm" variant="quiet" loading={reread.isPending && "Reading…"} onClick={() => reread.mutate({ organizationId })}>
            <RefreshCw aria-hidden="true" />
            Read everything again
          </Button>
        </div>
      </div>
      <Card className="grid gap-5 px-5 py-4">
        <p className="text-sm text-muted">Every night the next 90 days in Google are compared with what we know. Times are {zoneInWords(clinic.timeZone)}.</p>
        {inUse.map((calendar) => (
          <ComparedCalendar key={calendar.id} calendar={calendar} now={now} />
        ))}
      </Card>
    </section>
  );
}
