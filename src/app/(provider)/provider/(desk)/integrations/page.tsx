import type { Metadata } from "next";
import { calendarProblemOf } from "@/features/integrations/calendar-problem-of";
import { IntegrationsPage } from "@/features/integrations/integrations-page";

export const metadata: Metadata = { title: "Integrations" };

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function ProviderIntegrationsPage({ searchParams }: { searchParams: SearchParams }) {
  const { connected, problem } = await searchParams;
  return <IntegrationsPage isConnected={connected === "1"} problem={calendarProblemOf(problem)} />;
}
