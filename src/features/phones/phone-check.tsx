"use client";

import { useState } from "react";
import { MessageSquareText } from "lucide-react";
import type { PhoneCheckView } from "@/application/phones/phone-schemas";
import { useCommand } from "@/features/api/use-command";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { CodeForm } from "./code-form";
import type { PhoneCheckState } from "./use-phone-check";

type PhoneCheckProps = { check: PhoneCheckState; manageToken: string };

const WORDS: Record<Exclude<PhoneCheckView["status"], "none" | "proven">, (number: string) => string> = {
  sending: (number) => `We are texting a code to ${number}…`,
  sent: (number) => `We texted six digits to ${number}, so that nobody is texted by mistake.`,
  kept: (number) => `We can text no other code to ${number} now. The last one still counts.`,
  ended: (number) => `The code for ${number} has run out.`,
  refused: (number) => `We can text no code to ${number} now. Try again later.`,
};

/** Asks for the code that was texted to the number of a visit. Nothing where no texts were asked for. */
export function PhoneCheck({ check: { view, learn }, manageToken }: PhoneCheckProps) {
  const [isSkipped, setIsSkipped] = useState(false);
  const [wasProvenHere, setWasProvenHere] = useState(false);
  const prove = useCommand("bookings.provePhoneByLink", {
    onDone(told) {
      setWasProvenHere(true);
      learn(told);
    },
  });
  const again = useCommand("bookings.requestPhoneCodeByLink", { onDone: learn });
  if (view === undefined || view.status === "none" || (view.status === "proven" && !wasProvenHere)) return null;
  const meanwhile = view.hasEmail ? "Until then we write by e-mail." : "Until then no message reaches you, so keep the link to this appointment.";
  if (view.status === "proven") {
    return (
      <Alert tone="success" announce="polite" title="Your number is confirmed">
        We text you at the number ending in {view.ending}. Reply STOP at any time to end it.
      </Alert>
    );
  }
  if (isSkipped) {
    return (
      <Alert tone="neutral" announce="polite" title={view.hasEmail ? "We write by e-mail only" : "We send no messages"} action={<Button size="sm" onClick={() => setIsSkipped(false)}>Confirm it after all</Button>}>
        {view.hasEmail ? "You can confirm your number later on the page of this appointment." : "Keep the link to this appointment. There you can confirm your number later."}
      </Alert>
    );
  }
  const another = (
    <Button variant="quiet" loading={again.isWorking && "Asking…"} onClick={() => again.run({ manageToken })}>
      Text me a new code
    </Button>
  );
  const skip = (
    <Button variant="quiet" onClick={() => setIsSkipped(true)}>
      {view.hasEmail ? "Skip, e-mail is enough" : "Skip"}
    </Button>
  );
  return (
    <section aria-labelledby="phone-check-heading" className="rounded-lg border border-line bg-sunken p-4">
      <h3 id="phone-check-heading" className="flex items-center gap-2">
        <MessageSquareText aria-hidden="true" className="size-5 text-primary" />
        Confirm your number
      </h3>
      <p role="status" className="mt-1 mb-4 text-muted">
        {WORDS[view.status](`the number ending in ${view.ending}`)} {meanwhile}
      </p>
      {view.status === "ended" || view.status === "refused" ? (
        <div className="flex flex-col gap-2 sm:flex-row sm:flex-wrap sm:items-center">
          {another}
          {skip}
        </div>
      ) : (
        <CodeForm id="phone-code" label="Code from the text" button="Confirm number" working={prove.isWorking && "Checking…"} refusal={prove.refusal} onSubmit={(code) => prove.run({ manageToken, code })}>
          {skip}
          {another}
        </CodeForm>
      )}
      {again.refusal && (
        <Alert tone="danger" announce="assertive" className="mt-4">
          {again.refusal.message}
        </Alert>
      )}
    </section>
  );
}
