import type { Metadata } from "next";
import { consentNoticeOf } from "@/features/integrations/consent-notice-of";
import { IntegrationsPage } from "@/features/integrations/integrations-page";

export const metadata: Metadata = { title: "Integrations" };

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function ProviderIntegrationsPage({ searchParams }: { searchParams: SearchParams }) {
  return <IntegrationsPage notice={consentNoticeOf(await searchParams)} />;
}
