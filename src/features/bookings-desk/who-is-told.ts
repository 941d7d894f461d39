import type { Channel } from "@/application/shared/common-schemas";

const CHANNELS: Readonly<Record<Channel, string>> = { EMAIL: "e-mail", SMS: "SMS", WHATSAPP: "WhatsApp" };

/** "Anna Kern will be told by e-mail and SMS." */
export function whoIsTold(name: string, channels: readonly Channel[]): string {
  const words = channels.map((channel) => CHANNELS[channel]);
  if (words.length === 0) return `${name} chose no messages: tell them yourself.`;
  const list = words.length === 1 ? words[0] : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
  return `${name} will be told by ${list}.`;
}
