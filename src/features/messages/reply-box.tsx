"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Contact, MessageSquareText, Send } from "lucide-react";
import { useState } from "react";
import type { ConversationDetails } from "@/application/messages/conversation-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Textarea } from "@/ui/textarea";
import { SmsSizeLine } from "./sms-size-line";

type ReplyBoxProps = { conversation: ConversationDetails; draft: string; onDraft: (text: string) => void; onOpen: (conversationId: string) => void };

/** Where the clinic writes back, or the sentence why it cannot. */
export function ReplyBox({ conversation, draft, onDraft, onOpen }: ReplyBoxProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  // Every try of one text has the same key, so that a lost answer sends nothing twice.
  const [tried, setTried] = useState({ text: "", key: "" });
  const reply = useMutation(
    trpc.messages.reply.mutationOptions({
      onSuccess: async () => {
        setTried({ text: "", key: "" });
        onDraft("");
        await queryClient.invalidateQueries({ queryKey: trpc.messages.pathKey() });
      },
    }),
  );
  const [cardKey, setCardKey] = useState<string>(() => crypto.randomUUID());
  const card = useMutation(
    trpc.messages.sendCard.mutationOptions({
      onSuccess: async () => {
        setCardKey(crypto.randomUUID());
        await queryClient.invalidateQueries({ queryKey: trpc.messages.pathKey() });
      },
    }),
  );
  const bySms = useMutation(trpc.messages.continueBySms.mutationOptions({ onSuccess: (opened) => onOpen(opened.conversationId) }));
  const { id: conversationId, channel, refusal, canUseSms, canSendCard, localWindowEnd } = conversation;
  if (refusal !== null) {
    return (
      <div className="grid gap-3 border-t border-line p-4">
        <Alert tone="neutral">{refusal}</Alert>
        {canUseSms && (
          <Button className="justify-self-start" loading={bySms.isPending && "Opening…"} onClick={() => bySms.mutate({ conversationId })}>
            <MessageSquareText aria-hidden="true" />
            Write an SMS instead
          </Button>
        )}
        {bySms.error && (
          <Alert tone="danger" announce="assertive">
            {refusalOf(bySms.error).message}
          </Alert>
        )}
      </div>
    );
  }
  const text = draft.trim();
  const send = () => {
    if (text === "" || reply.isPending) return;
    const attempt = tried.text === text ? tried : { text, key: crypto.randomUUID() };
    setTried(attempt);
    reply.mutate({ conversationId, ...attempt });
  };
  const problem = reply.error ?? card.error;
  return (
    <form
      className="grid gap-2 border-t border-line p-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {problem && (
        <Alert tone="danger" announce="assertive" title="Not sent">
          {refusalOf(problem).message}
        </Alert>
      )}
      <label>
        <span className="sr-only">Your answer</span>
        <Textarea
          rows={2}
          value={draft}
          maxLength={600}
          placeholder="Write an answer"
          aria-describedby="reply-hint"
          onChange={(event) => onDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
          }}
        />
      </label>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p id="reply-hint" className="min-w-0 basis-60 grow text-sm text-muted">
          {channel === "SMS" ? "Anybody may read an SMS: nothing about health. " : "Nothing about health, please."}
          {channel === "SMS" && text !== "" && <SmsSizeLine text={text} />}
          {localWindowEnd !== null && ` WhatsApp lets you answer until ${formatLocal(localWindowEnd).dayMonthShort}, ${formatLocal(localWindowEnd).time}.`}
        </p>
        {canSendCard && (
          <Button loading={card.isPending && "Sending…"} onClick={() => card.mutate({ conversationId, key: cardKey })}>
            <Contact aria-hidden="true" />
            Send contact card
          </Button>
        )}
        <Button type="submit" variant="primary" aria-disabled={text === "" || undefined} loading={reply.isPending && "Sending…"}>
          <Send aria-hidden="true" />
          Send
        </Button>
      </div>
    </form>
  );
}
