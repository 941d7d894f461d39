import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { TrpcClientProvider } from "@/features/api/trpc-client";
import { calendarProblemOf } from "@/features/integrations/calendar-problem-of";
import { SetupFrame } from "@/features/setup/setup-frame";
import { SetupPage } from "@/features/setup/setup-page";
import { pageContext } from "@/server/page-context";
import { schedulableZones } from "@/server/schedulable-zones";

export const metadata: Metadata = { title: "Set up your page" };

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function ProviderSetupPage({ searchParams }: { searchParams: SearchParams }) {
  const { problem } = await searchParams;
  const { actor } = await pageContext();
  if (actor.kind !== "user") redirect("/sign-in?callbackUrl=/provider/setup");
  return (
    <NuqsAdapter>
      <TrpcClientProvider>
        <SetupFrame email={actor.email}>
          <SetupPage zones={schedulableZones()} problem={calendarProblemOf(problem)} />
        </SetupFrame>
      </TrpcClientProvider>
    </NuqsAdapter>
  );
}
