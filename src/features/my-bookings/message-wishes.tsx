"use client";

import { useState } from "react";
import type { MessageWishes as Wishes, MessageWishesView } from "@/application/messages/wish-schemas";
import { useCommand } from "@/features/api/use-command";
import { MESSAGE_LANGUAGES } from "@/features/messages/message-languages";
import { Alert } from "@/ui/alert";
import { Field } from "@/ui/field";
import { NativeSelect } from "@/ui/native-select";
import { showToast } from "@/ui/toast";

const WAYS = [["EMAIL", "By e-mail", "hasEmail"], ["SMS", "By SMS", "hasPhone"], ["WHATSAPP", "By WhatsApp", "hasPhone"]] as const;

/** Where reminders go and in which language messages are written; kept at once. */
export function MessageWishes({ initial, manageToken }: { initial: MessageWishesView; manageToken: string }) {
  const [wishes, setWishes] = useState(initial);
  const save = useCommand("bookings.setWishesByLink", {
    onDone(kept) {
      setWishes(kept);
      showToast({ title: "Saved" });
    },
  });
  const change = (next: Partial<Wishes>) => save.run({ manageToken, ...next });
  return (
    <section id="messages" aria-labelledby="messages-heading" className="mt-8 scroll-mt-6">
      <h2 id="messages-heading">How we write to you</h2>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        <Field id="wish-reminders" label="Reminders">
          {(props) => (
            <NativeSelect {...props} value={wishes.reminders ?? ""} disabled={save.isWorking} onChange={({ target: { value } }) => change({ reminders: WAYS.find(([way]) => way === value)?.[0] ?? (value === "NONE" ? "NONE" : null) })}>
              <option value="">As chosen when booking</option>
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
      {wishes.reminders === "NONE" && <p className="mt-3 text-muted">You get no reminders. Confirmations and changes of your visits still reach you.</p>}
      {save.refusal && (
        <Alert tone="danger" announce="assertive" title="Nothing was saved" className="mt-4">
          {save.refusal.message}
        </Alert>
      )}
    </section>
  );
}
