"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Fragment, useEffect, useRef, useState } from "react";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";
import { Field } from "@/ui/field";
import { Form } from "@/ui/form";
import { Input } from "@/ui/input";
import { RadioCardGroup } from "@/ui/radio-card-group";
import { showToast } from "@/ui/toast";

type Way = "SHARED" | "DELEGATED";

export type ServiceAccountFormProps = {
  /** The service account's address. */
  email: string;
  /** What was connected before. */
  address?: string;
  way?: Way;
  organizationId?: string;
  onConnected: () => void;
};

const WAYS = [
  { value: "SHARED", title: "I share a calendar", detail: "With the address below. No Meet links from it." },
  { value: "DELEGATED", title: "My domain lets it act in my name", detail: "A Workspace administrator has allowed it. Meet links too." },
];

/** Which way, which address; Google is asked, and what is missing stands beneath. */
export function ServiceAccountForm({ email, organizationId, onConnected, ...known }: ServiceAccountFormProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [way, setWay] = useState<Way>(known.way ?? "SHARED");
  const [address, setAddress] = useState(known.address ?? "");
  const connect = useMutation(
    trpc.calendarSync.connectByServiceAccount.mutationOptions({
      async onSuccess({ isConnected, sentence }) {
        if (!isConnected) return;
        showToast({ tone: "success", title: "The calendar is connected", detail: sentence });
        await queryClient.invalidateQueries({ queryKey: trpc.calendarSync.pathKey() });
        onConnected();
      },
    }),
  );
  const proof = connect.data?.proof ?? null;
  const answer = useRef<HTMLDivElement>(null);
  const isRefused = connect.data?.isConnected === false;
  useEffect(() => {
    // It stands low in a long form: whoever asked should see it.
    if (isRefused) answer.current?.scrollIntoView({ block: "nearest" });
  }, [isRefused, connect.data]);
  const refusal = connect.error && refusalOf(connect.error);
  const said = refusal?.fields.find(({ field }) => field === "address")?.message;
  return (
    <Form className="grid gap-4" onSubmit={() => connect.mutate({ way, address, ...(organizationId !== undefined && { organizationId }) })}>
      <RadioCardGroup legend="How it is let in" cards={WAYS} value={way} onValueChange={(value) => setWay(value === "DELEGATED" ? "DELEGATED" : "SHARED")} />
      {way === "SHARED" && (
        <div className="grid gap-2 rounded-lg bg-sunken p-4">
          <p>In Google Calendar, open the calendar’s settings, “Share with specific people”, and add with “Make changes to events”:</p>
          <p className="font-medium break-words">
            {breakable(email).map((part) => (
              <Fragment key={part}>
                {part}
                <wbr />
              </Fragment>
            ))}
          </p>
          <CopyButton text={email} label="Copy the address" className="justify-self-start" />
        </div>
      )}
      <Field
        label={way === "SHARED" ? "The calendar’s address" : "Your address in the domain"}
        hint={way === "SHARED" ? "Your own address, or what its settings call the calendar ID." : "The one you sign in with here."}
        error={said ? `The address ${said}.` : refusal?.message}
      >
        {(control) => <Input {...control} type="email" autoComplete="off" spellCheck={false} placeholder="name@clinic.example" value={address} onChange={(event) => setAddress(event.target.value)} />}
      </Field>
      <div ref={answer} className="empty:hidden">
        {connect.data?.isConnected === false && (
          <Alert tone="pending" announce="polite" title={proof === null ? "Not connected yet" : "One step is left"}>
            {connect.data.sentence}
            {proof !== null && (
              <div className="mt-3 flex flex-wrap items-center gap-3">
                <p className="text-base font-semibold tabular-nums">{proof}</p>
                <CopyButton text={proof} label="Copy the title" />
              </div>
            )}
          </Alert>
        )}
      </div>
      <Button type="submit" variant="primary" loading={connect.isPending && "Asking Google…"}>
        {proof === null ? "Check and connect" : "Check again"}
      </Button>
    </Form>
  );
}

/** A long address may be broken after its "@" and its dots. */
const breakable = (address: string): string[] => address.split(/(?<=[@.])/);
