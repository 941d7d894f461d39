"use client";

import type { Refusal } from "@/features/api/refusal";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Form } from "@/ui/form";
import { Input } from "@/ui/input";

type PhoneFormProps = {
  id: string;
  label: string;
  phone: string;
  onPhone: (phone: string) => void;
  button: string;
  isWorking: boolean;
  refusal: Refusal | null;
  onSubmit: () => void;
};

/** A number to which a code is texted. */
export function PhoneForm({ id, label, phone, onPhone, button, isWorking, refusal, onSubmit }: PhoneFormProps) {
  const problem = refusal?.fields.find(({ field }) => field === "phone")?.message;
  return (
    <Form className="grid gap-3" onSubmit={onSubmit}>
      <Field id={id} label={label} error={problem}>
        {(control) => <Input {...control} type="tel" autoComplete="tel" inputMode="tel" maxLength={40} value={phone} onChange={(event) => onPhone(event.target.value)} />}
      </Field>
      <Button type="submit" size="lg" wide loading={isWorking && "Sending…"}>
        {button}
      </Button>
      {refusal && problem === undefined && (
        <Alert tone="danger" announce="assertive">
          {refusal.message}
        </Alert>
      )}
    </Form>
  );
}
