"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Form } from "@/ui/form";
import { Input } from "@/ui/input";
import { showToast } from "@/ui/toast";

/** Where the clinic writes down the address that the patient told it. */
export function MailAddressForm({ refusalId, onDone }: { refusalId: string; onDone: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [email, setEmail] = useState("");
  const correct = useMutation(
    trpc.messages.correctAddress.mutationOptions({
      onSuccess: async ({ messageId }) => {
        onDone();
        showToast({ title: "Address saved.", detail: messageId === null ? "Mail goes there from now on." : "What came back is on its way there." });
        await queryClient.invalidateQueries({ queryKey: trpc.messages.pathKey() });
      },
    }),
  );
  const refusal = correct.error ? refusalOf(correct.error) : null;
  const problem = refusal && (refusal.fields.find(({ field }) => field === "email")?.message ?? refusal.message);
  return (
    <Form className="grid max-w-md gap-3" onSubmit={() => correct.mutate({ refusalId, email })}>
      <Field label="New e-mail address" {...(problem && { error: problem })}>
        {(control) => <Input {...control} type="email" autoComplete="off" autoFocus value={email} onChange={(event) => setEmail(event.target.value)} />}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" variant="primary" loading={correct.isPending && "Saving…"}>
          Save and send
        </Button>
        <Button size="sm" onClick={onDone}>
          Keep as it is
        </Button>
      </div>
    </Form>
  );
}
