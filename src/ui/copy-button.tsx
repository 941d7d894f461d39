"use client";

import { useEffect, useState } from "react";
import { Check, Copy } from "lucide-react";
import { Button, type ButtonProps } from "./button";

type CopyButtonProps = Pick<ButtonProps, "size" | "variant" | "className"> & { text: string; label?: string; copiedLabel?: string };

export function CopyButton({ text, label = "Copy", copiedLabel = "Copied", size = "sm", variant, className }: CopyButtonProps) {
  const [state, setState] = useState<"idle" | "copied" | "blocked">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 3000);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setState(copied ? "copied" : "blocked");
  }

  return (
    <Button size={size} variant={variant} className={className} onClick={copy}>
      {state === "copied" ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      <span aria-live="polite">{state === "copied" ? copiedLabel : state === "blocked" ? "The browser refused; select and copy it" : label}</span>
    </Button>
  );
}
