"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Refusal } from "@/features/api/refusal";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Form } from "@/ui/form";
import { Input } from "@/ui/input";

type CodeFormProps = {
  id: string;
  label: string;
  button: string;
  working: string | false;
  refusal: Refusal | null;
  onSubmit: (code: string) => void;
  /** It takes the place of what was just pressed: whoever pressed goes on there. */
  startsFocused?: boolean;
  /** Other ways on, beside the button. */
  children?: ReactNode;
};

/** Six digits from a text; phones offer them by themselves. */
export function CodeForm({ id, label, button, working, refusal, onSubmit, startsFocused = false, children }: CodeFormProps) {
  const [code, setCode] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (startsFocused) field.current?.focus();
  }, [startsFocused]);
  const [isShort, setIsShort] = useState(false);
  const problem = isShort ? "Type the six digits of the text." : (refusal?.fields.find(({ field }) => field === "code")?.message ?? refusal?.message);
  return (
    <Form
      className="grid gap-3"
      onSubmit={() => {
        const isWhole = /^\d{6}$/.test(code.replace(/[\s-]/g, ""));
        setIsShort(!isWhole);
        if (isWhole) onSubmit(code);
      }}
    >
      <Field id={id} label={label} {...(problem !== undefined && { error: problem })}>
        {(control) => (
          <Input {...control} ref={field} className="time-figure max-w-44 text-lg tracking-widest" inputMode="numeric" autoComplete="one-time-code" maxLength={7} value={code} onChange={(event) => setCode(event.target.value)} />
        )}
      </Field>
      <div className="flex flex-col gap-2 sm:flex-row sm:flex-wrap sm:items-center">
        <Button type="submit" variant="primary" loading={working}>
          {button}
        </Button>
        {children}
      </div>
    </Form>
  );
}
