"use client";

import { useState } from "react";
import { useMutation } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Form } from "@/ui/form";
import { Input } from "@/ui/input";
import { showToast } from "@/ui/toast";

/** One address, one button; what is wrong with it stands beneath it. */
export function AddLinkForm({ onAdded }: { onAdded: () => Promise<void> }) {
  const trpc = useTRPC();
  const [address, setAddress] = useState("");
  const add = useMutation(
    trpc.calendarLinks.add.mutationOptions({
      async onSuccess() {
        setAddress("");
        showToast({ tone: "success", title: "The calendar is being read", detail: "In a moment its events block bookings." });
        await onAdded();
      },
    }),
  );
  const refusal = add.error && refusalOf(add.error);
  const said = refusal?.fields.find(({ field }) => field === "address")?.message;
  return (
    <Form className="grid gap-3" onSubmit={() => add.mutate({ address })}>
      <Field label="Add a calendar by link" hint="The public or secret https:// address of an .ics file, as Outlook, iCloud, Nextcloud and others give out." error={said ? `The address ${said}${/[.!?]$/.test(said) ? "" : "."}` : refusal?.message}>
        {(control) => <Input {...control} type="url" inputMode="url" autoComplete="off" spellCheck={false} placeholder="https://…/calendar.ics" value={address} onChange={(event) => setAddress(event.target.value)} />}
      </Field>
      <Button type="submit" className="justify-self-start max-sm:w-full" loading={add.isPending && "Adding…"}>
        <Plus aria-hidden="true" />
        Add the calendar
      </Button>
    </Form>
  );
}
