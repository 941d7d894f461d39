import type { Channel } from "@/application/shared/common-schemas";
import { channelsInWords } from "@/features/booking/channels-in-words";

/** "Anna Kern will be told by e-mail and SMS." */
export function whoIsTold(name: string, channels: readonly Channel[]): string {
  return channels.length === 0 ? `${name} chose no messages: tell them yourself.` : `${name} will be told by ${channelsInWords(channels)}.`;
}
