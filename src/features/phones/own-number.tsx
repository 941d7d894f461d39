"use client";

import { useState } from "react";
import type { OwnNumberView } from "@/application/phones/phone-schemas";
import { useCommand } from "@/features/api/use-command";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { CodeForm } from "./code-form";
import { PhoneForm } from "./phone-form";

/** The number that signs its owner in and needs no code when they book: confirmed by a code, and taken away again. */
export function OwnNumber({ initial }: { initial: OwnNumberView }) {
  const [known, setKnown] = useState(initial.phone);
  const [phone, setPhone] = useState("");
  const [codeId, setCodeId] = useState<string | null>(null);
  const ask = useCommand("signIn.requestOwnNumberCode", { onDone: (asked) => setCodeId(asked.codeId) });
  const prove = useCommand("signIn.proveOwnNumber", { onDone: learn });
  const forget = useCommand("signIn.forgetOwnNumber", { onDone: learn });

  function learn(view: OwnNumberView) {
    setKnown(view.phone);
    setCodeId(null);
    setPhone("");
  }

  if (known !== null) {
    return (
      <div>
        <p role="status">
          <span className="font-medium tabular-nums">{known}</span> is confirmed. You can sign in with it, and visits you book with it here need no code.
        </p>
        <Button className="mt-4" loading={forget.isWorking && "Removing…"} onClick={() => forget.run()}>
          Remove this number
        </Button>
        {forget.refusal && (
          <Alert tone="danger" announce="assertive" className="mt-4">
            {forget.refusal.message}
          </Alert>
        )}
      </div>
    );
  }
  if (codeId === null) {
    return (
      <div className="max-w-sm">
        <PhoneForm id="own-number" label="Mobile number" phone={phone} onPhone={setPhone} button="Text me a code" isWorking={ask.isWorking} refusal={ask.refusal} onSubmit={() => ask.run({ phone })} />
      </div>
    );
  }
  return (
    <div>
      <p role="status" className="mb-4 text-muted">
        Six digits are on their way to <span className="font-medium text-ink">{phone}</span>. No text after a minute? The number cannot get one now, or has had too many today.
      </p>
      <CodeForm startsFocused id="own-number-code" label="Code from the text" button="Confirm number" working={prove.isWorking && "Checking…"} refusal={prove.refusal} onSubmit={(code) => prove.run({ codeId, code })}>
        <Button variant="quiet" onClick={() => setCodeId(null)}>
          Use another number
        </Button>
      </CodeForm>
    </div>
  );
}
