import { expect, test } from "vitest";
import { replyRefusal } from "./reply-refusal";

const NOW = Date.UTC(2026, 10, 24, 12);
const HOUR_MS = 3_600_000;
const open = { channel: "SMS", isChannelOn: true, isOptedOut: false, lastInboundAt: null } as const;

test.each([
  ["an SMS whenever", open, null],
  ["an SMS after STOP", { ...open, isOptedOut: true }, /STOP/],
  ["an SMS that is switched off", { ...open, isChannelOn: false }, /SMS is switched off/],
  ["a WhatsApp text just inside 24 hours", { ...open, channel: "WHATSAPP", lastInboundAt: NOW - 24 * HOUR_MS + 1 }, null],
  ["a WhatsApp text at 24 hours", { ...open, channel: "WHATSAPP", lastInboundAt: NOW - 24 * HOUR_MS }, /24 hours/],
  ["a WhatsApp text to somebody who never wrote", { ...open, channel: "WHATSAPP" }, /24 hours/],
  ["a WhatsApp text after STOP", { ...open, channel: "WHATSAPP", lastInboundAt: NOW, isOptedOut: true }, /STOP/],
] as const)("%s", (_, circumstances, expected) => {
  const refusal = replyRefusal(circumstances, NOW);
  if (expected === null) expect(refusal).toBeNull();
  else expect(refusal).toMatch(expected);
});
