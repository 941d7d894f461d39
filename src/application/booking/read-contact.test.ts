import { expect, test } from "vitest";
import { readContact } from "./read-contact";

const read = (patient: { email?: string; phone?: string }, country?: string, channels?: ("EMAIL" | "SMS" | "WHATSAPP")[]) => readContact({ patient: { name: "Ada", ...patient }, channels }, country);

test.each([
  ["030 12345678", "DE", "+493012345678"],
  ["020 7946 0123", undefined, "+442079460123"],
  ["020 7946 0123", "ZZ", "+442079460123"],
  ["+1 (500) 555-0006", "DE", "+15005550006"],
])("%s in %s is %s", (phone, country, expected) => {
  expect(read({ phone }, country).phone).toBe(expected);
});

test.each(["123", "not a number", "+999", "++44"])("%s is no telephone number", (phone) => {
  expect(() => read({ phone })).toThrow(expect.objectContaining({ code: "VALIDATION_FAILED", details: { fields: [expect.objectContaining({ field: "patient.phone" })] } }));
});

test("people hear on what they gave, or on what they chose, once each", () => {
  expect(read({ email: "a@example.test", phone: "020 7946 0123" }).channels).toEqual(["EMAIL", "SMS"]);
  expect(read({ phone: "020 7946 0123" }).channels).toEqual(["SMS"]);
  expect(read({ phone: "020 7946 0123" }, "GB", ["WHATSAPP", "WHATSAPP"]).channels).toEqual(["WHATSAPP"]);
  expect(read({ email: "a@example.test" }, "GB", []).channels).toEqual([]);
});

test("SMS is for numbers of the countries it goes to; others are refused where they are typed, or told by e-mail", () => {
  const abroad = (patient: { email?: string; phone?: string }, channels?: ("EMAIL" | "SMS" | "WHATSAPP")[]) => readContact({ patient: { name: "Ada", ...patient }, channels }, "DE", new Set(["DE"]));
  const refused = expect.objectContaining({ code: "VALIDATION_FAILED", details: { fields: [{ field: "patient.phone", message: expect.stringContaining("country or kind to which we send no SMS") }] } });
  expect(() => abroad({ phone: "+1 876 555 1234" })).toThrow(refused);
  expect(() => abroad({ phone: "+1 876 555 1234", email: "a@example.test" }, ["SMS"])).toThrow(refused);
  expect(abroad({ phone: "+1 876 555 1234", email: "a@example.test" }).channels).toEqual(["EMAIL"]);
  expect(abroad({ phone: "030 12345678" }).channels).toEqual(["SMS"]);
});
