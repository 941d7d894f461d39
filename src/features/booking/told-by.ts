import type { PhoneCheckView } from "@/application/phones/phone-schemas";
import type { Channel } from "@/application/shared/common-schemas";
import { channelsInWords } from "./channels-in-words";

/** How news reach a patient, in words that hold: no text goes to a number before it is confirmed. */
export function toldBy(channels: readonly Channel[], check: PhoneCheckView | undefined): string {
  const texts = channels.filter((channel) => channel !== "EMAIL");
  const isTexted = texts.length === 0 || check?.status === "proven";
  if (isTexted) return `by ${channelsInWords(channels)}`;
  const isWritten = channels.includes("EMAIL") || check?.hasEmail === true;
  return isWritten ? `by e-mail, and by ${channelsInWords(texts)} once your number is confirmed` : `by ${channelsInWords(texts)} once your number is confirmed`;
}
