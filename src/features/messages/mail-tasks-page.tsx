"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { MailCheck } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useDesk } from "@/features/bookings-desk/desk-context";
import { NoProviderYet } from "@/features/bookings-desk/no-provider-yet";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { ChipToggle } from "@/ui/chip-toggle";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";
import { Skeleton } from "@/ui/skeleton";
import { MailTask } from "./mail-task";
import { ToConversations } from "./to-conversations";

const SHOWN = ["open", "all"] as const;

/** E-mail addresses that take no more mail, each something for the clinic to see to. */
export function MailTasksPage() {
  const { owner } = useDesk();
  const trpc = useTRPC();
  const [show, setShow] = useQueryState("show", parseAsStringLiteral(SHOWN).withDefault("open"));
  const list = useQuery({ ...trpc.messages.refusals.queryOptions({ show }), placeholderData: keepPreviousData, refetchInterval: 10_000 });
  if (owner === null) return <NoProviderYet />;
  const tasks = list.data?.items ?? [];
  return (
    <>
      <PageHeader
        before={<ToConversations />}
        title="Addresses to ask for"
        detail="Mail to these addresses came back, so nothing more is sent there. Ask the patient for another address when you next speak."
      />
      <div role="group" aria-label="Show" className="mb-4 flex flex-wrap gap-2">
        {SHOWN.map((choice) => (
          <ChipToggle key={choice} pressed={show === choice} onClick={() => void setShow(choice)}>
            {choice === "open" ? "To do" : "All"}
          </ChipToggle>
        ))}
      </div>
      {list.error && !list.data && (
        <Alert tone="danger" announce="polite" title="The list could not be read" action={<Button size="sm" onClick={() => void list.refetch()}>Try again</Button>}>
          {refusalOf(list.error).message}
        </Alert>
      )}
      {list.isPending && <Skeleton className="h-40" />}
      {list.data && tasks.length === 0 && (
        <EmptyState icon={<MailCheck />} title="Nothing to do">
          When a patient’s address refuses our mail, it appears here.
        </EmptyState>
      )}
      {tasks.length > 0 && (
        <ul className="grid gap-3">
          {tasks.map((task) => (
            <MailTask key={task.id} task={task} />
          ))}
        </ul>
      )}
    </>
  );
}
