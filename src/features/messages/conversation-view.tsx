"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft, BellOff, Phone } from "lucide-react";
import { useEffect } from "react";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { IconButton } from "@/ui/icon-button";
import { Skeleton } from "@/ui/skeleton";
import { StatusChip } from "@/ui/status-chip";
import { ConsentLine } from "./consent-line";
import { ConversationLog } from "./conversation-log";
import { CHANNEL_NAMES, conversationName } from "./conversation-name";
import { ConversationVisits } from "./conversation-visits";
import { ReplyBox } from "./reply-box";

type ConversationViewProps = { conversationId: string; draft: string; onDraft: (text: string) => void; onBack: () => void; onOpen: (conversationId: string) => void };

/** One conversation: what was said, the visits it may be about, and the answer. */
export function ConversationView({ conversationId, draft, onDraft, onBack, onOpen }: ConversationViewProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery({ ...trpc.messages.conversation.queryOptions({ conversationId }), refetchInterval: 4_000 });
  const { mutate: markRead } = useMutation(trpc.messages.markRead.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.messages.pathKey() }) }));
  const unread = data?.unread ?? 0;
  useEffect(() => {
    if (unread > 0) markRead({ conversationId });
  }, [unread, conversationId, markRead]);

  if (data === undefined) {
    if (!error) return <Skeleton className="h-full min-h-64" />;
    return (
      <Alert tone="danger" announce="polite" title="This conversation could not be read" action={<Button size="sm" onClick={() => void refetch()}>Try again</Button>} className="self-start">
        {refusalOf(error).message}
      </Alert>
    );
  }
  return (
    <section aria-labelledby="conversation-name" className="flex min-h-0 flex-col rounded-xl border border-line bg-raised">
      <header className="flex items-start gap-x-2 border-b border-line px-4 py-3">
        <IconButton label="Back to all conversations" icon={<ArrowLeft aria-hidden="true" />} onClick={onBack} className="-mt-1 -ml-2 lg:hidden" />
        <div className="min-w-0 grow">
          <h2 id="conversation-name" className="truncate">
            {conversationName(data)}
          </h2>
          <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
            {CHANNEL_NAMES[data.channel]} with {data.providerName}
            <a href={`tel:${data.phone}`} className="text-link inline-flex items-center gap-1 py-0.5 tabular-nums">
              <Phone aria-hidden="true" className="size-3.5" />
              {data.phoneText}
            </a>
          </p>
          <ConsentLine consents={data.consents} />
          {data.isOptedOut && (
            <StatusChip tone="danger" icon={<BellOff aria-hidden="true" className="size-3.5" />}>
              No texts: replied STOP
            </StatusChip>
          )}
        </div>
      </header>
      <div className="grid min-h-0 grow xl:grid-cols-[minmax(0,1fr)_16rem] max-xl:grid-rows-[auto_minmax(0,1fr)]">
        <div className="flex min-h-0 flex-col max-xl:order-2">
          <ConversationLog entries={data.entries} />
          <ReplyBox conversation={data} draft={draft} onDraft={onDraft} onOpen={onOpen} />
        </div>
        <ConversationVisits visits={data.visits} isKnown={data.names.length > 0} />
      </div>
    </section>
  );
}
