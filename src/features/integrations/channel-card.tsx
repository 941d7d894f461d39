import type { ReactNode } from "react";
import { IconCard } from "@/ui/icon-card";
import { StatusChip } from "@/ui/status-chip";

type ChannelCardProps = { icon: ReactNode; name: string; isOn: boolean; words: string };

/** A way to reach patients: on or off for this installation. */
export function ChannelCard({ icon, name, isOn, words }: ChannelCardProps) {
  return (
    <IconCard
      id={`channel-${name.toLowerCase()}`}
      icon={icon}
      title={name}
      chip={<StatusChip tone={isOn ? "success" : "neutral"}>{isOn ? "On" : "Off"}</StatusChip>}
      detail={isOn ? words : "Off on this installation. Your administrator can switch it on; bookings work without it."}
    />
  );
}
