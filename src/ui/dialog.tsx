"use client";

import type { ReactNode } from "react";
import { X } from "lucide-react";
import * as Radix from "radix-ui/dialog";
import { cn } from "./class-names";
import { IconButton } from "./icon-button";
import { overlayClasses } from "./overlay-classes";
import { useReturnFocus } from "./use-return-focus";

type DialogProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The button that opens it, when it is not controlled. */
  trigger?: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  children?: ReactNode;
  /** Buttons, the primary one last. */
  footer?: ReactNode;
  size?: "md" | "lg";
};

/** A modal question or short form. Closes with Escape, the cross, or a click outside. */
export function Dialog({ open, onOpenChange, trigger, title, detail, children, footer, size = "md" }: DialogProps) {
  const returnFocus = useReturnFocus(trigger !== undefined);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={overlayClasses}>
          <Radix.Content
            {...returnFocus}
            {...(detail ? {} : { "aria-describedby": undefined })}
            className={cn(
              "relative m-auto w-full rounded-xl border border-line bg-raised shadow-float data-[state=open]:animate-rise",
              size === "md" ? "max-w-md" : "max-w-2xl",
            )}
          >
            <div className="px-6 pt-5 pr-14">
              <Radix.Title>{title}</Radix.Title>
              {detail && <Radix.Description className="mt-1 text-muted">{detail}</Radix.Description>}
            </div>
            {children && <div className="px-6 pt-4">{children}</div>}
            <div className="flex flex-wrap justify-end gap-2 px-6 pt-5 pb-6 empty:pb-1">{footer}</div>
            <Radix.Close asChild>
              <IconButton label="Close" icon={<X aria-hidden="true" />} className="absolute top-3 right-3" />
            </Radix.Close>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
