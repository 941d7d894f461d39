"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { MailCheck, MailWarning, MessagesSquare, Search } from "lucide-react";
import Link from "next/link";
import { parseAsBoolean, parseAsString, useQueryStates } from "nuqs";
import { useDeferredValue, useState } from "react";
import { useDesk } from "@/features/bookings-desk/desk-context";
import { NoProviderYet } from "@/features/bookings-desk/no-provider-yet";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { buttonClasses } from "@/ui/button-classes";
import { ChipToggle } from "@/ui/chip-toggle";
import { cn } from "@/ui/class-names";
import { EmptyState } from "@/ui/empty-state";
import { Input } from "@/ui/input";
import { PageHeader } from "@/ui/page-header";
import { Skeleton } from "@/ui/skeleton";
import { ConversationList } from "./conversation-list";
import { ConversationView } from "./conversation-view";

/** What patients write back, and the clinic's answers. The address holds the open conversation and the filters. */
export function MessagesPage() {
  const { owner, owners } = useDesk();
  const trpc = useTRPC();
  const [view, setView] = useQueryStates({ open: parseAsString, find: parseAsString.withDefault(""), unread: parseAsBoolean.withDefault(false), mine: parseAsBoolean.withDefault(false) });
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const find = useDeferredValue(view.find);
  const list = useQuery({
    ...trpc.messages.conversations.queryOptions({ query: find, unreadOnly: view.unread, limit: 100, ...(view.mine && owner && { providerId: owner.id }) }),
    placeholderData: keepPreviousData,
    refetchInterval: 4_000,
  });
  const refused = useQuery({ ...trpc.messages.refusals.queryOptions({ show: "open" }), refetchInterval: 30_000 });
  if (owner === null) return <NoProviderYet />;
  const tasks = refused.data?.open ?? 0;
  const conversations = list.data?.items ?? [];
  const isFiltered = view.find !== "" || view.unread || view.mine;
  const { open } = view;
  const isListAlone = open === null && list.data !== undefined && conversations.length === 0;
  // Not while an answer to what was typed a moment ago is still shown: the field would vanish under the hands.
  const isUnused = isListAlone && !isFiltered && find === "" && !list.isPlaceholderData;
  return (
    <div className="flex h-[calc(100dvh-var(--sticky-top)-3rem)] min-h-120 flex-col sm:h-[calc(100dvh-var(--sticky-top)-4rem)]">
      <PageHeader title="Messages" detail="Texts from patients by SMS and WhatsApp. What they ask by YES, C or R is answered at once; the rest waits here." className={cn("mb-4", open !== null && "max-lg:hidden")}
        actions={
          <>
            {tasks > 0 && (
              <Link href="/provider/messages/to-do" className={buttonClasses({ variant: "secondary" })}>
                <MailWarning aria-hidden="true" />
                {tasks === 1 ? "1 address to ask for" : `${tasks} addresses to ask for`}
              </Link>
            )}
            <Link href="/provider/messages/sent" className={buttonClasses({ variant: "secondary" })}>
              <MailCheck aria-hidden="true" />
              Sent messages
            </Link>
          </>
        }
      />
      <div className={cn("grid min-h-0 grow gap-4", isListAlone ? "content-start" : "lg:grid-cols-[20rem_minmax(0,1fr)]")}>
        <section aria-label="Conversations" className={cn("flex min-h-0 flex-col gap-3", open !== null && "max-lg:hidden")}>
          <label className={cn("relative", isUnused && "hidden")}>
            <span className="sr-only">Find by name or telephone number</span>
            <Search aria-hidden="true" className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted" />
            <Input type="search" placeholder="Name or number" value={view.find} onChange={(event) => void setView({ find: event.target.value || null })} className="pl-9" />
          </label>
          <div role="group" aria-label="Show" className={cn("flex flex-wrap gap-2", isUnused && "hidden")}>
            <ChipToggle pressed={view.unread} onClick={() => void setView({ unread: view.unread ? null : true })}>
              Unread
            </ChipToggle>
            {owners.length > 1 && (
              <ChipToggle pressed={view.mine} onClick={() => void setView({ mine: view.mine ? null : true })}>
                Only {owner.name}
              </ChipToggle>
            )}
          </div>
          {list.error && !list.data && (
            <Alert tone="danger" announce="polite" title="The messages could not be read" action={<Button size="sm" onClick={() => void list.refetch()}>Try again</Button>}>
              {refusalOf(list.error).message}
            </Alert>
          )}
          {list.isPending && <ListSkeleton />}
          {list.data && conversations.length === 0 && <NothingHere isFiltered={isFiltered} onClear={() => void setView({ find: null, unread: null, mine: null })} />}
          {conversations.length > 0 && <ConversationList conversations={conversations} openId={open} showsProvider={owners.length > 1} onOpen={(id) => void setView({ open: id }, { history: "push" })} />}
        </section>
        {open === null && conversations.length > 0 && (
          <EmptyState icon={<MessagesSquare />} title="No conversation is open" className="justify-center max-lg:hidden">
            Choose one to read and answer it.
          </EmptyState>
        )}
        {open !== null && (
          <ConversationView
            key={open}
            conversationId={open}
            draft={drafts[open] ?? ""}
            onDraft={(text) => setDrafts((all) => ({ ...all, [open]: text }))}
            onBack={() => void setView({ open: null })}
            onOpen={(id) => void setView({ open: id }, { history: "push" })}
          />
        )}
      </div>
    </div>
  );
}

function ListSkeleton() {
  return (
    <div role="status" aria-busy="true" className="grid gap-2">
      <span className="sr-only">Reading the messages</span>
      {[0, 1, 2, 3].map((line) => (
        <Skeleton key={line} className="h-16" />
      ))}
    </div>
  );
}

function NothingHere({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (isFiltered) {
    return (
      <EmptyState icon={<Search />} title="Nothing matches" action={<Button onClick={onClear}>Show all</Button>}>
        Try part of a name or of a telephone number.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<MessagesSquare />} title="No messages yet" className="mx-auto w-full max-w-xl py-10">
      When a patient writes back to a text, it appears here within seconds, and you can answer from here.
    </EmptyState>
  );
}
