"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/features/api/trpc-client";
import { summariseSync } from "@/features/integrations/summarise-sync";
import { StatusChip } from "@/ui/status-chip";
import { useDesk } from "./desk-context";

/** How the open provider's calendar stands; leads to the integrations page. */
export function SyncChip() {
  const { owner } = useDesk();
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.calendarSync.status.queryOptions({ providerId: owner?.id ?? "" }), enabled: owner !== null, refetchInterval: 60_000 });
  if (owner === null || data === undefined) return null;
  const summary = summariseSync(data, Date.now());
  return (
    <Link href="/provider/integrations" title={summary.sentence} className="rounded-full max-sm:hidden">
      <StatusChip tone={summary.tone}>{summary.label}</StatusChip>
    </Link>
  );
}
