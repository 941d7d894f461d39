import { expect, test } from "vitest";
import { patientChannels, planMessages, planReminder, type BookingChange, type MessageAudience } from "./plan-messages";

const booking = { id: "b1", version: 3 };
const audience = (overrides: Partial<MessageAudience> = {}): MessageAudience => ({
  actedBy: "patient",
  patient: { channels: ["EMAIL", "SMS"], email: "sam@example.test", phone: "+442079460000" },
  provider: { email: "dr@example.test", phone: "+493012345", notifyByEmail: true, notifyBySms: false },
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
  const provider = { email: "dr@example.test", phone: "+493012345", notifyByEmail: false, notifyBySms: true };
  const told = (overrides: Partial<MessageAudience["provider"]>) => planMessages(booking, "cancelled", audience({ provider: { ...provider, ...overrides } })).filter(({ recipient }) => recipient === "PROVIDER").map(({ channel }) => channel);
  expect(told({})).toEqual(["SMS"]);
  expect(told({ phone: null })).toEqual([]);
  expect(told({ notifyBySms: false })).toEqual([]);
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
  const planned = planReminder({ id: "b1", startsAt: 42 }, "reminder-120", audience().patient);
  expect(planned.map(({ dedupeKey }) => dedupeKey)).toEqual(["b1:42:reminder-120:PATIENT:EMAIL", "b1:42:reminder-120:PATIENT:SMS"]);
});
