import type { Channel } from "@/application/shared/common-schemas";

const CHANNELS: Readonly<Record<Channel, string>> = { EMAIL: "e-mail", SMS: "SMS", WHATSAPP: "WhatsApp" };

/** "e-mail, SMS and WhatsApp"; empty for none. */
export function channelsInWords(channels: readonly Channel[]): string {
  const words = channels.map((channel) => CHANNELS[channel]);
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
