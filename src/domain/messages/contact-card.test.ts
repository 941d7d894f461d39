import ICAL from "ical.js";
import { expect, test } from "vitest";
import { contactCard, type ContactCard } from "./contact-card";

const ID = "01890000-0000-7000-8000-000000000001";
const person: ContactCard = { kind: "individual", id: ID, name: "Sam O’Neill", phone: "+442079460000", email: "sam@example.test" };
const clinic: ContactCard = { kind: "org", id: ID, name: "Praxis am Park", organization: "Praxis am Park", phone: "+493012345678", email: "hallo@praxis.example", address: { street: "Parkstr. 1, 2. OG", city: "Berlin", postalCode: "10115" }, url: "https://clinic.example/p/dr-test" };
const read = (card: ContactCard) => new ICAL.Component(ICAL.parse(contactCard(card)));
const value = (card: ContactCard, name: string) => read(card).getFirstPropertyValue(name);

test("another library reads what was written", () => {
  expect(value(person, "version")).toBe("4.0");
  expect(value(person, "uid")).toBe(`urn:uuid:${ID}`);
  expect(value(person, "fn")).toBe("Sam O’Neill");
  expect(value(person, "tel")).toBe("tel:+442079460000");
  expect(value(person, "email")).toBe("sam@example.test");
  expect(value(clinic, "kind")).toBe("org");
  expect(value(clinic, "adr")).toEqual(["", "", "Parkstr. 1, 2. OG", "Berlin", "", "10115", ""]);
  expect(value(clinic, "url")).toBe("https://clinic.example/p/dr-test");
});

test("what is not known is not there", () => {
  const card = contactCard({ ...person, phone: null, email: null });
  expect(card).not.toMatch(/TEL|EMAIL|ADR|ORG|URL|null|undefined/);
});

test.each(["Eve\r\nTEL:+666", "a;b,c\\d", "\u202Eevil", "李".repeat(120), "😀".repeat(80)])("a name such as %j breaks no line and adds no property", (name) => {
  const card = contactCard({ ...person, name });
  const lines = card.split("\r\n");
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(card.replace(/\r\n/g, "")).not.toMatch(/[\r\n\u202E]/);
  expect(read({ ...person, name }).getAllProperties().map((property) => property.name)).toEqual(["version", "kind", "uid", "fn", "tel", "email"]);
});
