import { expect, test } from "vitest";
import type { MessageChannel } from "./message-template";
import { patientChannels, planContactCard, planMessages, planReminder, type BookingChange, type MessageAudience, type ReminderChoice } from "./plan-messages";
import type { ReminderChannel } from "./reminder-step";

const booking = { id: "b1", version: 3 };
const audience = (overrides: Partial<MessageAudience> = {}): MessageAudience => ({
  actedBy: "patient",
  patient: { channels: ["EMAIL", "SMS"], email: "sam@example.test", phone: "+442079460000", reminderChoice: null },
  provider: { email: "dr@example.test", phone: "+493012345", notifyByEmail: true, notifyBySms: false, notifyByCard: false },
  ...overrides,
});
const brief = (planned: ReturnType<typeof planMessages>) => planned.map(({ recipient, channel, template }) => `${recipient} ${channel} ${template}`);

test("a booking made by the patient tells the patient on each chosen channel, and the provider", () => {
  expect(brief(planMessages(booking, "confirmed", audience()))).toEqual(["PATIENT EMAIL booking-confirmed", "PATIENT SMS booking-confirmed", "PROVIDER EMAIL provider-booking-confirmed"]);
});

test("the key names booking, version, template, recipient and channel, so that planning again changes nothing", () => {
  const [first] = planMessages(booking, "confirmed", audience());
  expect(first?.dedupeKey).toBe("b1:3:booking-confirmed:PATIENT:EMAIL");
  const keys = planMessages(booking, "confirmed", audience()).map(({ dedupeKey }) => dedupeKey);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each<[BookingChange, MessageAudience["actedBy"], boolean]>([
  ["confirmed", "patient", true],
  ["pending", "patient", true],
  ["rescheduled", "patient", true],
  ["cancelled", "patient", true],
  ["cancelled", "staff", true],
  ["expired", "system", true],
  ["cancelled", "provider", false],
  ["rescheduled", "provider", false],
  ["approved", "provider", false],
  ["declined", "provider", false],
  ["approved", "staff", false],
  ["meet-ready", "system", false],
])("the provider hears of %s by %s: %s", (change, actedBy, isTold) => {
  expect(planMessages(booking, change, audience({ actedBy })).some(({ recipient }) => recipient === "PROVIDER")).toBe(isTold);
});

test("a provider who wants SMS gets it where a number is known; one who wants nothing gets nothing", () => {
  const provider = { email: "dr@example.test", phone: "+493012345", notifyByEmail: false, notifyBySms: true, notifyByCard: false };
  const told = (overrides: Partial<MessageAudience["provider"]>) => planMessages(booking, "cancelled", audience({ provider: { ...provider, ...overrides } })).filter(({ recipient }) => recipient === "PROVIDER").map(({ channel }) => channel);
  expect(told({})).toEqual(["SMS"]);
  expect(told({ phone: null })).toEqual([]);
  expect(told({ notifyBySms: false, notifyByCard: false })).toEqual([]);
});

test("only channels with an address are used, another one when none of the chosen has, none for who chose none", () => {
  const reach = (patient: Partial<MessageAudience["patient"]>) => patientChannels({ ...audience().patient, ...patient }).map(({ channel }) => channel);
  expect(reach({ phone: null })).toEqual(["EMAIL"]);
  expect(reach({ channels: ["SMS", "WHATSAPP"] })).toEqual(["SMS", "WHATSAPP"]);
  expect(reach({ channels: ["EMAIL"], email: null })).toEqual(["SMS"]);
  expect(reach({ channels: ["WHATSAPP"], phone: null })).toEqual(["EMAIL"]);
  expect(reach({ channels: ["EMAIL", "EMAIL"] })).toEqual(["EMAIL"]);
  expect(reach({ channels: [] })).toEqual([]);
});

test("a reminder goes to the patient, once per start", () => {
  const planned = planReminder({ id: "b1", startsAt: 42 }, "reminder-120", audience().patient, [{ minutesBefore: 120, channel: "CHOSEN" }]);
  expect(planned.map(({ dedupeKey }) => dedupeKey)).toEqual(["b1:42:reminder-120:PATIENT:EMAIL", "b1:42:reminder-120:PATIENT:SMS"]);
});

test.each<[ReminderChannel[], MessageChannel[], ReminderChoice | null, MessageChannel[]]>([
  [["CHOSEN"], ["EMAIL", "SMS"], null, ["EMAIL", "SMS"]],
  [["SMS"], ["EMAIL", "SMS"], null, ["SMS"]],
  [["SMS"], ["EMAIL"], null, ["EMAIL"]],
  [["EMAIL", "SMS"], ["EMAIL"], null, ["EMAIL"]],
  [["EMAIL", "SMS"], ["SMS", "EMAIL"], null, ["EMAIL", "SMS"]],
  [["CHOSEN", "SMS"], ["EMAIL", "SMS"], "NONE", []],
  [["EMAIL"], ["EMAIL"], "WHATSAPP", ["WHATSAPP"]],
  [["SMS"], [], null, []],
])("steps by %j for who chose %j and wants reminders %s go by %j", (planned, channels, reminderChoice, expected) => {
  const steps = planned.map((channel) => ({ minutesBefore: 120, channel }));
  const messages = planReminder({ id: "b1", startsAt: 42 }, "reminder-120", { ...audience().patient, channels, reminderChoice }, steps);
  expect(messages.map(({ channel }) => channel)).toEqual(expected);
});

test("the card of a new patient goes to a provider who wants it and has a number, once for a booking", () => {
  const { provider } = audience();
  expect(planContactCard(booking, { ...provider, notifyByCard: true })).toMatchObject([{ channel: "WHATSAPP", address: provider.phone, template: "provider-contact-card", dedupeKey: "b1:provider-contact-card:PROVIDER:WHATSAPP" }]);
  expect(planContactCard(booking, provider)).toEqual([]);
  expect(planContactCard(booking, { ...provider, phone: null, notifyByCard: true })).toEqual([]);
});
