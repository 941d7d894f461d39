"use client";

import { useState, type ReactNode } from "react";
import { Menu, X } from "lucide-react";
import * as Dialog from "radix-ui/dialog";
import { IconButton } from "./icon-button";
import { SidebarNavigation, type NavItem } from "./sidebar-navigation";

type PhoneNavigationProps = { label: string; brand: ReactNode; items: readonly NavItem[]; currentPath?: string; footer?: ReactNode };

/** The sidebar's content behind a menu button, for narrow screens. */
export function PhoneNavigation({ label, brand, items, currentPath, footer }: PhoneNavigationProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger asChild>
        <IconButton label="Open the menu" icon={<Menu aria-hidden="true" />} className="lg:hidden" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-overlay data-[state=closed]:animate-vanish data-[state=open]:animate-appear" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-40 flex w-72 max-w-[85vw] flex-col gap-4 border-r border-line bg-surface p-3 shadow-float data-[state=closed]:animate-drawer-out data-[state=open]:animate-drawer-in"
        >
          <Dialog.Title className="sr-only">{label}</Dialog.Title>
          <div className="flex items-center justify-between gap-2 pl-3">
            {brand}
            <Dialog.Close asChild>
              <IconButton label="Close the menu" icon={<X aria-hidden="true" />} />
            </Dialog.Close>
          </div>
          <div className="min-h-0 grow overflow-y-auto">
            <SidebarNavigation label={label} items={items} currentPath={currentPath} onNavigate={() => setOpen(false)} />
          </div>
          {footer}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
