import { expect, test } from "vitest";
import { whatsappContent } from "./whatsapp-variables";

const facts = { who: "Dr Test", when: "Mon 4 Jan, 09:00", link: "https://clinic.example/m/abc", path: "m/abc", card: "", reference: "K7P2" };
const content = (templates: Parameters<typeof whatsappContent>[0], language = "en") => whatsappContent(templates, ["reminder-1440", "reminder"], language, facts);

test("a template's variables are who, when and one link unless it says otherwise", () => {
  expect(content({ sids: { reminder: "HX1" }, variables: {} })).toEqual({ sid: "HX1", variables: { "1": "Dr Test", "2": "Mon 4 Jan, 09:00", "3": "https://clinic.example/m/abc" } });
  expect(content({ sids: { reminder: "HX1" }, variables: { reminder: ["when", "path", "reference"] } })?.variables).toEqual({ "1": "Mon 4 Jan, 09:00", "2": "m/abc", "3": "K7P2" });
});

test("the exact message and the reader's language go first", () => {
  const sids = { reminder: "HX1", "reminder-de": "HX2", "reminder-1440": "HX3", "reminder-1440-de": "HX4" };
  expect(content({ sids, variables: {} }, "de")?.sid).toBe("HX4");
  expect(content({ sids, variables: {} }, "fr")?.sid).toBe("HX3");
  expect(content({ sids: { "reminder-de": "HX2", reminder: "HX1" }, variables: {} }, "de")?.sid).toBe("HX2");
  expect(content({ sids: { "reminder-de": "HX2" }, variables: {} }, "fr")).toBeNull();
});
