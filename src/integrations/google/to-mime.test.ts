import PostalMime from "postal-mime";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OutgoingEmail } from "@/application/shared/ports";
import { toMime } from "./to-mime";

const email = (changes: Partial<OutgoingEmail> = {}): OutgoingEmail => ({
  messageId: "0199aaaa-0000-7000-8000-000000000001", to: "sam@mail.example", toName: "Sam Example", fromName: null, replyTo: null, subject: "Booked", html: "<p>Booked</p>", text: "Booked",
  dynamicTemplate: null, unsubscribeUrl: null, contactCard: null, calendarInvite: null, ...changes,
});
const sender = (name = "Dr Jonas Weber") => ({ name, address: "jonas@clinic.example", messageIdHost: "visits.example" });
/** As another program reads it. */
const read = async (...written: Parameters<typeof toMime>) => {
  const raw = (await toMime(...written)).toString("latin1");
  return { raw, head: raw.slice(0, raw.indexOf("\r\n\r\n")), mail: await PostalMime.parse(Buffer.from(raw, "latin1")) };
};
const ICS = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@medbookings\r\nSUMMARY:Besuch bei Dr. Müller\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

test("a message names its sender, its reader and itself, and has a text and an HTML part", async () => {
  const { mail, head } = await read(email({ replyTo: "desk@clinic.example" }), sender());
  expect(mail).toMatchObject({
    from: { name: "Dr Jonas Weber", address: "jonas@clinic.example" }, to: [{ name: "Sam Example", address: "sam@mail.example" }], replyTo: [{ address: "desk@clinic.example" }],
    subject: "Booked", messageId: "<0199aaaa-0000-7000-8000-000000000001@visits.example>", text: "Booked\n", html: "<p>Booked</p>\n",
  });
  expect(head).toMatch(/^Content-Type: multipart\/alternative/m);
});

test("a calendar entry goes along as an alternative with its method and as a file, a contact card as a file", async () => {
  const { mail, raw } = await read(email({ calendarInvite: { method: "CANCEL", ics: ICS }, contactCard: "BEGIN:VCARD\r\nFN:Dr. Müller\r\nEND:VCARD\r\n" }), sender());
  expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8;\r?\n? ?method=CANCEL/i);
  const texts = mail.attachments.map(({ filename, mimeType, content }) => [filename, mimeType, typeof content === "string" ? content : Buffer.from(content instanceof ArrayBuffer ? new Uint8Array(content) : content).toString("utf8").replaceAll("\r\n", "\n")]);
  expect(texts).toEqual(expect.arrayContaining([["invite.ics", "application/ics", ICS.replaceAll("\r\n", "\n")], ["contact.vcf", "text/vcard", expect.stringContaining("FN:Dr. Müller")]]));
});

test("a message that can be ended says how, by address and by one click", async () => {
  const { head } = await read(email({ unsubscribeUrl: `https://visits.example/m/${"t".repeat(43)}/unsubscribe` }), sender());
  expect(head.replace(/\r\n[ \t]+/g, " ")).toContain(`List-Unsubscribe: <https://visits.example/m/${"t".repeat(43)}/unsubscribe>`);
  expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
  expect((await read(email(), sender())).head).not.toMatch(/List-Unsubscribe/);
});

describe("what people type", () => {
  test.each([
    ["emoji", "Dr 🦷 Zahn", "Termin bestätigt 🎉 Dienstag"],
    ["right to left", "د. أمارا أوكافور", "הפגישה שלך נקבעה"],
    ["quotes and commas", 'Weber, "Jo" <nobody@evil.example>', 'He said "yes", twice'],
    ["300 characters", "Ö".repeat(300), "Ä".repeat(300)],
  ])("%s in names and subject are read back as they were", async (_, name, subject) => {
    const { mail, head } = await read(email({ subject, toName: name }), sender(name));
    expect(mail).toMatchObject({ subject, from: { name, address: "jonas@clinic.example" }, to: [{ name, address: "sam@mail.example" }] });
    expect(head).toMatch(/^[\x20-\x7e\r\n\t]*$/);
  });

  test("no text begins a header or a part of its own", async () => {
    const evil = "x\r\nBcc: thief@evil.example\r\n\r\n<script>";
    const { mail, head } = await read(email({ subject: evil, toName: evil, to: "sam@mail.example\r\nBcc: thief@evil.example", replyTo: "desk@clinic.example\nX-Evil: 1", unsubscribeUrl: "https://visits.example/u\r\nX-Evil: 1", messageId: "id\r\nX-Evil: 1" }), { ...sender(evil), messageIdHost: "visits.example\r\nX-Evil: 1" });
    expect(head).not.toMatch(/^(bcc|x-evil):/im);
    expect(mail.bcc ?? []).toEqual([]);
    expect(mail.headers.filter(({ key }) => ["bcc", "x-evil"].includes(key))).toEqual([]);
    expect((mail.to ?? []).map(({ address }) => address)).not.toContain("thief@evil.example");
  });

  test("lines stay short, bare line breaks do not survive, and texts come back whatever they are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 1_500 }), fc.string({ unit: "binary", maxLength: 200 }), async (text, name) => {
        const { raw, head, mail } = await read(email({ text: `a${text}`, html: `<p>${"long ".repeat(300)}</p>`, subject: `s${name}`, toName: name }), sender(name));
        expect(raw.split("\r\n").every((line) => line.length <= 998 && !/[\r\n]/.test(line))).toBe(true);
        expect(head.split("\r\n").every((line) => /^([!-9;-~]+:|[ \t])/.test(line))).toBe(true);
        expect((mail.text ?? "").replace(/\s+/g, " ").trim()).toBe(`a${text}`.replace(/\s+/g, " ").trim());
        expect(mail.from?.address).toBe("jonas@clinic.example");
        expect(mail.to?.map(({ address }) => address)).toEqual(["sam@mail.example"]);
      }),
      { numRuns: 12 },
    );
  });
});
