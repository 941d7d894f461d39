import { expect, test } from "vitest";
import { decideFallback, type Barrier } from "./decide-fallback";
import type { MessageChannel } from "./message-template";

const failed = (code: string | null): Barrier => ({ kind: "failed", code });
const everywhere = { EMAIL: "sam@example.test", SMS: "+442079460000", WHATSAPP: "+442079460000" };
const next = (channel: MessageChannel, barrier: Barrier, reachable: Record<MessageChannel, string | null> = everywhere, isReminder = false) => decideFallback({ channel, barrier, isReminder, carriesCard: false }, reachable)?.channel ?? null;

test.each<[MessageChannel, Barrier, MessageChannel | null]>([
  ["WHATSAPP", failed("63003"), "SMS"],
  ["WHATSAPP", failed("63016"), "SMS"],
  ["WHATSAPP", failed("63024"), "SMS"],
  ["WHATSAPP", failed("21655"), "SMS"],
  ["WHATSAPP", failed(null), "SMS"],
  ["WHATSAPP", { kind: "off" }, "SMS"],
  ["WHATSAPP", failed("21211"), "EMAIL"],
  ["WHATSAPP", failed("21610"), "EMAIL"],
  ["WHATSAPP", failed("63033"), "EMAIL"],
  ["WHATSAPP", { kind: "stopped" }, "EMAIL"],
  ["WHATSAPP", { kind: "unproven" }, "EMAIL"],
  ["SMS", { kind: "unproven" }, "EMAIL"],
  ["SMS", failed("30003"), "EMAIL"],
  ["SMS", failed("30006"), "EMAIL"],
  ["SMS", failed("21610"), "EMAIL"],
  ["SMS", { kind: "off" }, "EMAIL"],
  ["EMAIL", failed("bounce"), null],
  ["EMAIL", { kind: "off" }, null],
])("%s that met %o goes by %s", (channel, barrier, expected) => {
  expect(next(channel, barrier)).toBe(expected);
});

test("a channel without an address is passed over; with none left nothing is planned", () => {
  expect(next("WHATSAPP", failed("63003"), { ...everywhere, SMS: null })).toBe("EMAIL");
  expect(next("WHATSAPP", failed("63003"), { ...everywhere, SMS: null, EMAIL: null })).toBeNull();
  expect(next("SMS", failed("30003"), { ...everywhere, EMAIL: null })).toBeNull();
});

test("what carries a card goes by e-mail, which can", () => {
  expect(decideFallback({ channel: "WHATSAPP", barrier: failed("63016"), isReminder: false, carriesCard: true }, everywhere)?.channel).toBe("EMAIL");
});

test("a reminder follows a failure but never a STOP", () => {
  expect(next("SMS", failed("30003"), everywhere, true)).toBe("EMAIL");
  expect(next("SMS", { kind: "stopped" }, everywhere, true)).toBeNull();
  expect(next("WHATSAPP", failed("21610"), everywhere, true)).toBeNull();
});
