"use client";

import type { ReactNode } from "react";
import * as Radix from "radix-ui/alert-dialog";
import { Button } from "./button";
import { overlayClasses } from "./overlay-classes";
import { useReturnFocus } from "./use-return-focus";

type ConfirmDialogProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  title: ReactNode;
  /** The consequence in one sentence, such as who will be told and how. */
  consequence: ReactNode;
  /** Names the act: "Cancel the visit", never "OK". */
  confirmLabel: string;
  cancelLabel?: string;
  tone?: "primary" | "danger";
  /** Words while it happens; keeps the dialog open until the caller closes it. */
  working?: string | false;
  onConfirm: () => void;
  children?: ReactNode;
};

/** For what cannot be undone: the safe button has the focus, and a click outside does nothing. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, trigger, title, consequence, confirmLabel, cancelLabel = "Go back", tone = "primary", working, onConfirm, children } = props;
  const returnFocus = useReturnFocus(trigger !== undefined);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={overlayClasses}>
          <Radix.Content {...returnFocus} className="m-auto w-full max-w-md rounded-xl border border-line bg-raised p-6 shadow-float data-[state=open]:animate-rise">
            <Radix.Title>{title}</Radix.Title>
            <Radix.Description className="mt-1 text-muted">{consequence}</Radix.Description>
            {children && <div className="mt-4">{children}</div>}
            <div className="mt-6 flex flex-wrap justify-end gap-2">
              <Radix.Cancel asChild>
                <Button>{cancelLabel}</Button>
              </Radix.Cancel>
              <Button variant={tone} loading={working} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </div>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
