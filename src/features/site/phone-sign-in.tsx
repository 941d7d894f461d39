"use client";

import { useState } from "react";
import { useCommand } from "@/features/api/use-command";
import { CodeForm } from "@/features/phones/code-form";
import { PhoneForm } from "@/features/phones/phone-form";
import { Button } from "@/ui/button";

/** Asks for a code by text, then for the code. What it answers does not depend on whether the number is known. */
export function PhoneSignIn({ returnPath }: { returnPath: string }) {
  const [asked, setAsked] = useState<{ codeId: string; minutes: number; phone: string } | null>(null);
  const [phone, setPhone] = useState("");
  const ask = useCommand("signIn.requestCode", { onDone: (answer) => setAsked({ ...answer, phone }) });
  const redeem = useCommand("signIn.redeemCode", { onDone: () => window.location.assign(returnPath) });
  if (asked === null) return <PhoneForm id="sign-in-phone" label="Mobile number" phone={phone} onPhone={setPhone} button="Text me a code" isWorking={ask.isWorking} refusal={ask.refusal} onSubmit={() => ask.run({ phone })} />;
  return (
    <div>
      <p role="status" className="mb-4 text-muted">
        If <span className="font-medium text-ink">{asked.phone}</span> was confirmed in an account here, six digits are on their way. They work once, for {asked.minutes} minutes.
      </p>
      <CodeForm startsFocused id="sign-in-code" label="Code from the text" button="Sign in" working={redeem.isWorking && "Checking…"} refusal={redeem.refusal} onSubmit={(code) => redeem.run({ codeId: asked.codeId, code })}>
        <Button variant="quiet" onClick={() => setAsked(null)}>
          Use another number
        </Button>
      </CodeForm>
    </div>
  );
}
