"use client";

import { useEffect, useRef } from "react";
import { Toaster as Sonner, toast } from "sonner";
import type { ToastMessage } from "./toast";
import { ToneIcon } from "./tone-icon";

const toneColour = { neutral: "text-muted", success: "text-success-ink", danger: "text-danger-ink", info: "text-info-ink" };

function show({ title, detail, tone = "success", action }: ToastMessage) {
  toast(title, {
    description: detail,
    icon: <ToneIcon tone={tone} className={`size-4.5 ${toneColour[tone]}`} />,
    duration: action ? 10_000 : 5_000,
    action: action && { label: action.label, onClick: action.onSelect },
  });
}

/** Default export because it is loaded lazily by ToastOutlet. */
export default function Toaster({ messages }: { messages: readonly ToastMessage[] }) {
  const shown = useRef(0);
  useEffect(() => {
    for (const message of messages.slice(shown.current)) show(message);
    shown.current = messages.length;
  }, [messages]);
  return (
    <Sonner
      position="bottom-right"
      containerAriaLabel="Notices"
      style={{ fontFamily: "inherit" }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: "flex w-full items-start gap-3 rounded-lg border border-line bg-raised px-4 py-3 text-ink shadow-float sm:w-88",
          icon: "mt-0.5 shrink-0",
          content: "min-w-0 grow",
          title: "font-medium",
          description: "text-sm text-muted",
          actionButton: "min-h-8 shrink-0 rounded-md px-2 font-medium text-primary-ink hover:bg-primary-soft pointer-coarse:min-h-11",
        },
      }}
    />
  );
}
