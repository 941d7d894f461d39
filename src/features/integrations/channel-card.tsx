import type { ReactNode } from "react";
import { Card } from "@/ui/card";
import { StatusChip } from "@/ui/status-chip";

type ChannelCardProps = { icon: ReactNode; name: string; isOn: boolean; words: string };

/** A way to reach patients: on or off for this installation. */
export function ChannelCard({ icon, name, isOn, words }: ChannelCardProps) {
  return (
    <Card aria-label={name} className="flex items-start gap-4 p-5">
      <span aria-hidden="true" className="grid size-10 shrink-0 place-items-center rounded-lg bg-sunken text-muted dark:bg-surface">
        {icon}
      </span>
      <div className="min-w-0 grow">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-lg">{name}</h2>
          <StatusChip tone={isOn ? "success" : "neutral"}>{isOn ? "On" : "Off"}</StatusChip>
        </div>
        <p className="mt-1 text-muted">{isOn ? words : `Off on this installation. Your administrator can switch it on; bookings work without it.`}</p>
      </div>
    </Card>
  );
}
