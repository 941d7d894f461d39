"use client";

import { useEffect, useId, useState, type ReactNode } from "react";
import { Menu, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { IconButton } from "./icon-button";

/** Opens the header's links below it on phones; closes on Escape and when the page changes. */
export function HeaderMenu({ children }: { children: ReactNode }) {
  const path = usePathname();
  const [openOn, setOpenOn] = useState<string | null>(null);
  const panelId = useId();
  const open = openOn === path;

  useEffect(() => {
    if (!open) return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === "Escape") setOpenOn(null);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [open]);

  return (
    <>
      <IconButton
        label={open ? "Close the menu" : "Open the menu"}
        aria-expanded={open}
        aria-controls={panelId}
        onClick={() => setOpenOn(open ? null : path)}
        icon={open ? <X aria-hidden="true" /> : <Menu aria-hidden="true" />}
        className="sm:hidden"
      />
      <div id={panelId} hidden={!open} className="absolute inset-x-0 top-full border-b border-line bg-surface px-4 py-2 shadow-float sm:hidden">
        {children}
      </div>
    </>
  );
}
