"use client";

import { useState } from "react";
import { MailCheck } from "lucide-react";
import { useCommand } from "@/features/api/use-command";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Form } from "@/ui/form";
import { Input } from "@/ui/input";

/** Asks for a link by e-mail. What it answers does not depend on whether the address is known. */
export function EmailSignIn({ returnPath }: { returnPath: string }) {
  const [email, setEmail] = useState("");
  const [minutes, setMinutes] = useState<number | null>(null);
  const ask = useCommand("signIn.requestLink", { onDone: (answer) => setMinutes(answer.minutes) });
  const problem = ask.refusal?.fields.find(({ field }) => field === "email")?.message;
  if (minutes !== null) {
    return (
      <div role="status">
        <p className="flex items-center gap-2 font-medium">
          <MailCheck aria-hidden="true" className="size-5" />
          Look into your inbox
        </p>
        <p className="mt-1 text-muted">
          If visits are booked under <span className="font-medium break-all text-ink">{email}</span>, a link is on its way. It works once, for {minutes} minutes.
        </p>
        <Button className="mt-4" onClick={() => setMinutes(null)}>
          Use another address
        </Button>
      </div>
    );
  }
  return (
    <Form className="grid gap-3" onSubmit={() => void ask.run({ email, returnTo: returnPath })}>
      <Field id="sign-in-email" label="E-mail" error={problem}>
        {(control) => <Input {...control} type="email" autoComplete="email" inputMode="email" maxLength={254} value={email} onChange={(event) => setEmail(event.target.value)} />}
      </Field>
      <Button type="submit" size="lg" wide loading={ask.isWorking && "Sending…"}>
        Continue with e-mail
      </Button>
      {ask.refusal && problem === undefined && (
        <Alert tone="danger" announce="assertive">
          {ask.refusal.message}
        </Alert>
      )}
    </Form>
  );
}
