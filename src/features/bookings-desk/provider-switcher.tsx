"use client";

import { useRouter } from "next/navigation";
import { GeneratedPortrait } from "@/ui/generated-portrait";
import { Select } from "@/ui/select";
import { useDesk } from "./desk-context";

/** Whose pages are open: a choice for those who work for several providers, a name for the rest. */
export function ProviderSwitcher() {
  const { owners, owner, choose } = useDesk();
  const router = useRouter();
  if (owner === null) return null;
  return (
    <div className="mr-auto flex min-w-0 items-center gap-2.5">
      <GeneratedPortrait seed={owner.portraitSeed} className="size-8 shrink-0 rounded-full" />
      {owners.length === 1 ? (
        <span className="truncate font-medium">{owner.name}</span>
      ) : (
        <Select
          aria-label="Provider"
          value={owner.id}
          onValueChange={(id) => {
            choose(id);
            router.refresh();
          }}
          options={owners.map(({ id, name, title, isOwn }) => ({ value: id, label: name, detail: isOwn ? `${title} · you` : title }))}
          className="max-w-[55vw] sm:w-60"
        />
      )}
    </div>
  );
}
