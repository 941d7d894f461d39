import type { Metadata } from "next";
import { Building2 } from "lucide-react";
import { managedClinics } from "@/application/clinic-calendars/find-managed-clinic";
import { ClinicCalendarsPage } from "@/features/clinic-calendars/clinic-calendars-page";
import { calendarProblemOf } from "@/features/integrations/calendar-problem-of";
import { pageContext } from "@/server/page-context";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";

export const metadata: Metadata = { title: "Clinic calendars" };

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function ClinicCalendarsRoute({ searchParams }: { searchParams: SearchParams }) {
  const { connected, problem } = await searchParams;
  const { actor } = await pageContext();
  if (actor.kind === "user" && managedClinics(actor).length > 0) return <ClinicCalendarsPage isConnected={connected === "1"} problem={calendarProblemOf(problem)} />;
  return (
    <>
      <PageHeader title="Clinic calendars" />
      <EmptyState icon={<Building2 />} title="Only managers of a clinic connect its calendars">
        Which of them block your own bookings stands on your integrations page.
      </EmptyState>
    </>
  );
}
