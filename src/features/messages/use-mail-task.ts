"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { showToast } from "@/ui/toast";

/** Sees to one refused address: done, not done after all, or mail again. */
export function useMailTask(refusalId: string): { mark: (isDone: boolean) => void; lift: () => void; isWorking: boolean } {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.messages.pathKey() });
  const onError = (error: unknown) => showToast({ tone: "danger", title: "Not saved", detail: refusalOf(error).message });
  const lifting = useMutation(
    trpc.messages.liftRefusal.mutationOptions({
      onSuccess: async () => {
        showToast({ title: "Mail goes to this address again.", detail: "If it comes back, the address appears here anew." });
        await refresh();
      },
      onError,
    }),
  );
  const marking = useMutation(
    trpc.messages.markRefusal.mutationOptions({
      onSuccess: async ({ isDone }) => {
        if (isDone) showToast({ title: "Done.", detail: "Mail to this address stays off. A new visit puts it back on the list.", action: { label: "Undo", onSelect: () => marking.mutate({ refusalId, isDone: false }) } });
        await refresh();
      },
      onError,
    }),
  );
  return { mark: (isDone) => marking.mutate({ refusalId, isDone }), lift: () => lifting.mutate({ refusalId }), isWorking: lifting.isPending || marking.isPending };
}
