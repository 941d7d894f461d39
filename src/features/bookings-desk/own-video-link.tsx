"use client";

import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { useRefreshBookings } from "./use-booking-command";

/** Where Google made no link: one that staff made themselves. */
export function OwnVideoLink({ reference }: { reference: string }) {
  const trpc = useTRPC();
  const refresh = useRefreshBookings();
  const [url, setUrl] = useState("");
  const give = useMutation(trpc.meetLinks.give.mutationOptions({ onSuccess: refresh }));
  const refusal = give.error && refusalOf(give.error);
  const said = refusal?.fields.find(({ field }) => field === "url")?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give.mutate({ reference, url });
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-2">
      <Field label="Or paste a link of your own" hint="The patient is told at once, and your calendar shows it." {...(refusal && { error: said ? `The link ${said}.` : refusal.message })}>
        {(control) => <Input {...control} type="url" inputMode="url" placeholder="https://" value={url} onChange={(event) => setUrl(event.target.value)} />}
      </Field>
      <Button type="submit" size="sm" className="w-fit" disabled={url.trim() === ""} loading={give.isPending && "Saving…"}>
        Use this link
      </Button>
    </form>
  );
}
