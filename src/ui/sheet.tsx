"use client";

import type { ReactNode } from "react";
import { X } from "lucide-react";
import * as Radix from "radix-ui/dialog";
import { IconButton } from "./icon-button";
import { useReturnFocus } from "./use-return-focus";

type SheetProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
};

/** A panel beside the page (from below on phones), for one thing's whole story. */
export function Sheet({ open, onOpenChange, trigger, title, detail, children, footer }: SheetProps) {
  const returnFocus = useReturnFocus(trigger !== undefined);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay data-[state=closed]:animate-vanish data-[state=open]:animate-appear" />
        <Radix.Content
          {...returnFocus}
          {...(detail ? {} : { "aria-describedby": undefined })}
          className="fixed z-40 flex flex-col border-line bg-raised shadow-float data-[state=closed]:animate-sheet-out data-[state=open]:animate-sheet-in max-sm:inset-x-0 max-sm:bottom-0 max-sm:max-h-[88dvh] max-sm:rounded-t-xl max-sm:border-t max-sm:[--sheet-y:100%] sm:inset-y-0 sm:right-0 sm:w-full sm:max-w-md sm:border-l sm:[--sheet-x:100%]"
        >
          <header className="flex items-start justify-between gap-4 border-b border-line py-4 pr-3 pl-5">
            <div className="min-w-0">
              <Radix.Title>{title}</Radix.Title>
              {detail && <Radix.Description className="text-sm text-muted">{detail}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close" icon={<X aria-hidden="true" />} className="-my-1" />
            </Radix.Close>
          </header>
          <div className="min-h-0 grow overflow-y-auto overscroll-contain px-5 py-5">{children}</div>
          {footer && <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
