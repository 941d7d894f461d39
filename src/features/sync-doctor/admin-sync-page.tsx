"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";
import { Skeleton } from "@/ui/skeleton";
import { showToast } from "@/ui/toast";
import { mendedInWords } from "./difference-words";
import { SyncOverviewTable } from "./sync-overview-table";

/** Every provider's calendars, the worst first. */
export function AdminSyncPage() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data, error } = useQuery({ ...trpc.adminSync.overview.queryOptions(), refetchInterval: 10_000 });
  const onError = (failure: unknown) => showToast({ tone: "danger", title: "That did not work", detail: refusalOf(failure).message });
  const onSettled = () => queryClient.invalidateQueries({ queryKey: trpc.adminSync.pathKey() });
  const reread = useMutation(trpc.adminSync.reread.mutationOptions({ onError, onSettled, onSuccess: ({ calendars }) => showToast({ tone: "info", title: `${calendars === 1 ? "1 calendar is" : `${calendars} calendars are`} read again` }) }));
  const replay = useMutation(trpc.adminSync.replay.mutationOptions({ onError, onSettled, onSuccess: ({ visits }) => showToast({ tone: "info", title: visits === 0 ? "Nothing waits to be written" : `${visits === 1 ? "1 visit is" : `${visits} visits are`} tried again` }) }));
  const compare = useMutation(trpc.adminSync.compare.mutationOptions({ onError, onSettled, onSuccess: ({ calendars }) => showToast({ tone: "info", title: `${calendars === 1 ? "1 calendar is" : `${calendars} calendars are`} being compared with Google` }) }));
  const mend = useMutation(trpc.adminSync.mend.mutationOptions({ onError, onSettled, onSuccess: ({ differences }) => showToast({ tone: "info", title: mendedInWords(differences) }) }));
  return (
    <>
      <PageHeader title="Calendar sync" detail="How far behind each provider’s calendars are, and what is in the way. The worst comes first." />
      {error && data === undefined && (
        <Alert tone="danger" announce="polite" title="The state could not be read">
          {refusalOf(error).message}
        </Alert>
      )}
      {data === undefined && !error && <Skeleton className="h-80" />}
      {data?.items.length === 0 && <EmptyState title="Nobody has connected a calendar yet">As soon as a provider does, it shows here.</EmptyState>}
      {data && data.items.length > 0 && <SyncOverviewTable items={data.items} onReread={(providerId) => reread.mutate({ providerId })} onReplay={(providerId) => replay.mutate({ providerId })} onCompare={(providerId) => compare.mutate({ providerId })} onMend={(providerId) => mend.mutate({ providerId })} />}
    </>
  );
}
