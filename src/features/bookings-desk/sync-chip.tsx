"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/features/api/trpc-client";
import { summariseSync } from "@/features/integrations/summarise-sync";
import { StatusChip } from "@/ui/status-chip";
import { useDesk } from "./desk-context";

/** How the calendar of the provider on show stands; leads to what is wrong and what mends it. */
export function SyncChip() {
  const { owner } = useDesk();
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.calendarSync.status.queryOptions({ providerId: owner?.id }), enabled: owner !== null, refetchInterval: 30_000 });
  if (owner === null || data === undefined || data.state === "off") return null;
  const { tone, label, sentence } = summariseSync(data);
  return (
    <Link href={data.state === "not-connected" ? "/provider/integrations" : "/provider/integrations/doctor"} title={sentence} className="rounded-full max-sm:hidden">
      <StatusChip tone={tone}>{label}</StatusChip>
    </Link>
  );
}
