"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { showToast } from "@/ui/toast";

/** Sends one message again; every try until it worked counts as the same one. */
export function useResend(messageId: string): { resend: () => void; isWorking: boolean } {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [key, setKey] = useState<string | null>(null);
  const { mutate, isPending } = useMutation(
    trpc.messages.resend.mutationOptions({
      onSuccess: async () => {
        setKey(null);
        showToast({ title: "On its way." });
        await queryClient.invalidateQueries({ queryKey: trpc.messages.pathKey() });
      },
      onError: (error) => showToast({ tone: "danger", title: "Not sent", detail: refusalOf(error).message }),
    }),
  );
  const resend = () => {
    const attempt = key ?? crypto.randomUUID();
    setKey(attempt);
    mutate({ messageId, key: attempt });
  };
  return { resend, isWorking: isPending };
}
