"use client";

import { useEffect, useState, type ReactNode } from "react";
import { Command } from "cmdk";
import { Search } from "lucide-react";
import * as Dialog from "radix-ui/dialog";
import { Kbd } from "./kbd";
import { overlayClasses } from "./overlay-classes";

export type CommandItem = { id: string; label: string; detail?: string; icon?: ReactNode; keywords?: string[]; keys?: string; onSelect: () => void };
export type CommandGroup = { heading: string; items: readonly CommandItem[] };

type CommandMenuProps = {
  groups: readonly CommandGroup[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  placeholder?: string;
  /** Called with what was typed, for results that come from the server. */
  onQueryChange?: (query: string) => void;
  /** Words while those results are under way. */
  searching?: string | false;
};

const itemClasses =
  "flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-3 py-2 select-none data-[selected=true]:bg-sunken dark:data-[selected=true]:bg-line pointer-coarse:min-h-11 [&_.lucide]:size-4 [&_.lucide]:text-muted";

/** The panel behind ⌘K (Ctrl K): every place and act by name. Opens itself on the keys; the caller owns `open`. */
export function CommandMenu({ groups, open, onOpenChange, placeholder = "Go to or do…", onQueryChange, searching }: CommandMenuProps) {
  const [query, setQuery] = useState("");

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      onOpenChange(!open);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [open, onOpenChange]);

  function changeQuery(words: string) {
    setQuery(words);
    onQueryChange?.(words);
  }

  function choose(item: CommandItem) {
    changeQuery("");
    onOpenChange(false);
    item.onSelect();
  }

  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayClasses}>
          <Dialog.Content aria-describedby={undefined} className="mx-auto mt-[8vh] h-fit w-full max-w-xl overflow-hidden rounded-xl border border-line bg-raised shadow-float data-[state=open]:animate-rise">
            <Dialog.Title className="sr-only">Command menu</Dialog.Title>
            <Command label="Command menu" loop>
              <div className="flex items-center gap-3 border-b border-line px-4">
                <Search aria-hidden="true" className="size-4 text-muted" />
                <Command.Input value={query} onValueChange={changeQuery} placeholder={placeholder} className="min-h-13 w-full bg-transparent text-lg outline-none placeholder:text-muted" />
              </div>
              <Command.List className="max-h-[min(24rem,60vh)] overflow-y-auto overscroll-contain p-2">
                <Command.Empty className="px-3 py-8 text-center text-muted">{searching || "Nothing by that name. Try another word."}</Command.Empty>
                {groups.map((group) => (
                  <Command.Group key={group.heading} heading={group.heading} className="pb-2 [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-muted">
                    {group.items.map((item) => (
                      <Command.Item key={item.id} value={`${item.label} ${item.id}`} keywords={item.keywords} onSelect={() => choose(item)} className={itemClasses}>
                        {item.icon}
                        <span className="min-w-0 grow truncate">{item.label}</span>
                        {item.detail && <span className="truncate text-sm text-muted">{item.detail}</span>}
                        {item.keys && <Kbd>{item.keys}</Kbd>}
                      </Command.Item>
                    ))}
                  </Command.Group>
                ))}
              </Command.List>
            </Command>
          </Dialog.Content>
        </Dialog.Overlay>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
