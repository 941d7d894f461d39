"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { MailCheck, Search } from "lucide-react";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useDeferredValue } from "react";
import { useDesk } from "@/features/bookings-desk/desk-context";
import { NoProviderYet } from "@/features/bookings-desk/no-provider-yet";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC, useTRPCClient } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { ChipToggle } from "@/ui/chip-toggle";
import { EmptyState } from "@/ui/empty-state";
import { Input } from "@/ui/input";
import { PageHeader } from "@/ui/page-header";
import { Skeleton } from "@/ui/skeleton";
import { SentMessagesTable } from "./sent-messages-table";
import { ToConversations } from "./to-conversations";

const SHOWN = ["all", "problems", "waiting"] as const;
const LABELS = { all: "All", problems: "Did not arrive", waiting: "Waiting" } as const;
const startOfList: string | null = null;

/** Every e-mail, SMS and WhatsApp message of the clinic, and what became of it. */
export function SentMessagesPage() {
  const { owner } = useDesk();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [view, setView] = useQueryStates({ show: parseAsStringLiteral(SHOWN).withDefault("all"), find: parseAsString.withDefault("") });
  const query = useDeferredValue(view.find);
  const question = { show: view.show, query };
  const pages = useInfiniteQuery({
    queryKey: [...trpc.messages.log.pathKey(), "pages", question],
    queryFn: ({ pageParam }) => client.messages.log.query({ ...question, ...(pageParam !== null && { cursor: pageParam }) }),
    initialPageParam: startOfList,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });
  if (owner === null) return <NoProviderYet />;
  const messages = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHeader
        before={<ToConversations />}
        title="Sent messages"
        detail="Confirmations, reminders and answers, to patients and to you, with what became of each."
      />
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        <div role="group" aria-label="Show" className="flex flex-wrap gap-2">
          {SHOWN.map((show) => (
            <ChipToggle key={show} pressed={view.show === show} onClick={() => void setView({ show })}>
              {LABELS[show]}
            </ChipToggle>
          ))}
        </div>
        <label className="relative min-w-0 grow sm:ml-auto sm:max-w-72">
          <span className="sr-only">Find by name, e-mail, telephone or reference</span>
          <Search aria-hidden="true" className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted" />
          <Input type="search" placeholder="Name, number, reference" value={view.find} onChange={(event) => void setView({ find: event.target.value || null })} className="pl-9" />
        </label>
      </div>
      {pages.error && !pages.data && (
        <Alert tone="danger" announce="polite" title="The messages could not be read" action={<Button size="sm" onClick={() => void pages.refetch()}>Try again</Button>}>
          {refusalOf(pages.error).message}
        </Alert>
      )}
      {pages.isPending && <Skeleton className="h-64" />}
      {pages.data && messages.length === 0 && (
        <EmptyState icon={<MailCheck />} title={view.show === "problems" ? "Everything arrived" : view.show === "waiting" ? "Nothing waits" : "No messages yet"}>
          {view.find !== "" ? "Nothing matches the search." : "Every message that follows from a booking is listed here."}
        </EmptyState>
      )}
      {messages.length > 0 && <SentMessagesTable messages={messages} />}
      {pages.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button loading={pages.isFetchingNextPage && "Reading more…"} onClick={() => void pages.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}
