"use client";

import { useState, type ReactNode } from "react";
import Link from "next/link";
import type { ChangedWishes, MessageWishesView } from "@/application/messages/wish-schemas";
import { useCommand } from "@/features/api/use-command";
import { MESSAGE_LANGUAGES } from "@/features/messages/message-languages";
import { Alert } from "@/ui/alert";
import { Field } from "@/ui/field";
import { NativeSelect } from "@/ui/native-select";
import { showToast } from "@/ui/toast";

const WAYS = [["EMAIL", "By e-mail", "hasEmail"], ["SMS", "By SMS", "hasPhone"], ["WHATSAPP", "By WhatsApp", "hasPhone"]] as const;

/** Where reminders go and in which language messages are written, kept at once: of the visit of a manage link, or without one of all visits of who is signed in. */
export function MessageWishes({ initial, manageToken = null, onSaved, children }: { initial: MessageWishesView; manageToken?: string | null; onSaved?: (kept: MessageWishesView) => void; children?: ReactNode }) {
  const [wishes, setWishes] = useState(initial);
  function onDone(kept: MessageWishesView) {
    setWishes(kept);
    onSaved?.(kept);
    showToast({ title: "Saved" });
  }
  const isForAll = manageToken === null;
  const saveOfVisit = useCommand("bookings.setWishesByLink", { onDone });
  const saveOfAll = useCommand("bookings.setOwnWishes", { onDone });
  const save = isForAll ? saveOfAll : saveOfVisit;
  const change = (next: ChangedWishes) => (manageToken === null ? saveOfAll.run(next) : saveOfVisit.run({ manageToken, ...next }));
  return (
    <section id="messages" aria-labelledby="messages-heading" className="mt-8 scroll-mt-6">
      <h2 id="messages-heading">{isForAll ? "How we write to you" : "How we write about this visit"}</h2>
      {children}
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        <Field id="wish-reminders" label="Reminders">
          {(props) => (
            <NativeSelect {...props} value={wishes.reminders ?? ""} disabled={save.isWorking} onChange={({ target: { value } }) => change({ reminders: WAYS.find(([way]) => way === value)?.[0] ?? (value === "NONE" ? "NONE" : null) })}>
              <option value="">{isForAll ? "As chosen when booking" : "As usual"}</option>
              {WAYS.filter(([, , has]) => wishes[has]).map(([way, words]) => (
                <option key={way} value={way}>{words}</option>
              ))}
              <option value="NONE">None</option>
            </NativeSelect>
          )}
        </Field>
        <Field id="wish-language" label="Language">
          {(props) => (
            <NativeSelect {...props} value={wishes.language} disabled={save.isWorking} onChange={({ target: { value } }) => change({ language: MESSAGE_LANGUAGES.find(([tag]) => tag === value)?.[0] ?? "en" })}>
              {MESSAGE_LANGUAGES.map(([tag, name]) => (
                <option key={tag} value={tag} lang={tag}>{name}</option>
              ))}
            </NativeSelect>
          )}
        </Field>
      </div>
      {wishes.reminders === "NONE" && <p className="mt-3 text-muted">You get no reminders{isForAll ? "" : " of it"}. Confirmations and changes still reach you.</p>}
      {!isForAll && (
        <p className="mt-3 text-sm text-muted">
          As usual is what you chose when booking. To choose for all your visits, or to get reminders again after ending them from an e-mail, <Link href="/my/bookings#messages" className="underline underline-offset-2">sign in with your e-mail address</Link>.
        </p>
      )}
      {save.refusal && (
        <Alert tone="danger" announce="assertive" title="Nothing was saved" className="mt-4">
          {save.refusal.message}
        </Alert>
      )}
    </section>
  );
}
