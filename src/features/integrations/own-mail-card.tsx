"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MailCheck } from "lucide-react";
import type { OwnMailView } from "@/application/own-mail/own-mail-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { buttonClasses } from "@/ui/button-classes";
import { IconCard } from "@/ui/icon-card";
import { StatusChip } from "@/ui/status-chip";
import { showToast } from "@/ui/toast";
import { askForMailAddress, reconnectAddress } from "./connect-address";
import { ReadState } from "./read-state";

/** Whether e-mails to patients come from the provider's own address: asks Google, switches, and says how it stands. */
export function OwnMailCard() {
  const trpc = useTRPC();
  const status = useQuery({ ...trpc.ownMail.status.queryOptions(), refetchInterval: 15_000 });
  const { data } = status;
  return (
    <IconCard
      id="own-mail"
      icon={<MailCheck />}
      title="E-mails from my own address"
      chip={data && <StatusChip tone={data.state !== "on" ? "neutral" : data.problem ? "pending" : "success"}>{data.state !== "on" ? "Off" : data.problem ? "Paused" : "On"}</StatusChip>}
      detail="What patients are told about their visits with you comes from your Google address, and their answers reach you. Sign-in links and notices to you do not."
    >
      <ReadState query={status} failedTitle="This could not be read" height="h-24" />
      {data?.state === "unavailable" && <p className="text-muted">Off on this installation. Your administrator can switch it on.</p>}
      {data?.state === "no-account" && <p className="text-muted">Connect Google Calendar first. Then you can let the same account send.</p>}
      {data?.state === "off" && <Choices accounts={data.accounts} />}
      {data?.state === "on" && <Sending mail={data} />}
    </IconCard>
  );
}

/** What a switch does to the page afterwards, and when it fails. */
function useSwitch(title: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return {
    onError: (error: unknown) => showToast({ tone: "danger", title: "That did not work", detail: refusalOf(error).message }),
    async onSuccess() {
      showToast({ tone: "success", title });
      await queryClient.invalidateQueries({ queryKey: trpc.ownMail.pathKey() });
    },
  };
}

function Choices({ accounts }: { accounts: OwnMailView["accounts"] }) {
  const trpc = useTRPC();
  const turnOn = useMutation(trpc.ownMail.turnOn.mutationOptions(useSwitch("Your e-mails come from your own address")));
  return (
    <>
      <ul className="grid gap-3">
        {accounts.map(({ connectionId, address, isAllowed }) => (
          <li key={connectionId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <span className="min-w-0 font-medium break-all">{address}</span>
            {isAllowed ? (
              <Button loading={turnOn.isPending && "Switching on…"} onClick={() => turnOn.mutate({ connectionId })}>
                Send from here<span className="sr-only">, {address}</span>
              </Button>
            ) : (
              <a href={askForMailAddress(connectionId)} className={buttonClasses({})}>
                Ask Google for permission<span className="sr-only"> to send from {address}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-muted">On Google’s page, tick “Send email on your behalf”. We can then send, and read nothing in your mailbox.</p>
    </>
  );
}

function Sending({ mail }: { mail: OwnMailView }) {
  const trpc = useTRPC();
  const turnOff = useMutation(trpc.ownMail.turnOff.mutationOptions(useSwitch("Your e-mails come from SendGrid again")));
  const { problem, connectionId } = mail;
  return (
    <div className="grid gap-4">
      {problem && (
        <Alert
          tone="pending"
          title="SendGrid sends for now"
          action={
            problem.fix !== "wait" &&
            connectionId !== null && (
              <a href={problem.fix === "ask" ? askForMailAddress(connectionId) : reconnectAddress(connectionId)} className={buttonClasses({ size: "sm" })}>
                {problem.fix === "ask" ? "Ask Google again" : "Connect again"}
              </a>
            )
          }
        >
          {problem.sentence}
        </Alert>
      )}
      <div>
        <p className="text-sm text-muted">{problem ? "Chosen address" : "E-mails come from"}</p>
        <p className="font-medium break-all">{mail.address}</p>
        <p className="mt-1 text-sm text-muted tabular-nums">
          {mail.sentToday} of {mail.sendsPerDay} in the last 24 hours; SendGrid sends any beyond that. Google does not tell whether they arrived.
        </p>
      </div>
      <div>
        <Button loading={turnOff.isPending && "Switching off…"} onClick={() => turnOff.mutate()}>
          Switch off
        </Button>
        <p className="mt-2 text-sm text-muted">Your calendar stays connected.</p>
      </div>
    </div>
  );
}
