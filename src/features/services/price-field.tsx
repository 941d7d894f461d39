"use client";

import { useState } from "react";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { toMajor, toMinor } from "./price-text";

type PriceFieldProps = { id: string; label: string; currency: string; /** Minor units. */ amount: number; error?: string; onChange: (amount: number) => void; onBlur?: () => void };

/** A price as people write it; what cannot be read is handed on as NaN, so that the form names it. */
export function PriceField({ id, label, currency, amount, error, onChange, onBlur }: PriceFieldProps) {
  const [text, setText] = useState(() => toMajor(amount, currency));
  return (
    <Field id={id} label={label} error={error}>
      {(props) => (
        <Input
          {...props}
          inputMode="decimal"
          value={text}
          onBlur={onBlur}
          onChange={(event) => {
            setText(event.target.value);
            onChange(toMinor(event.target.value, currency) ?? Number.NaN);
          }}
          className="tabular-nums"
        />
      )}
    </Field>
  );
}
