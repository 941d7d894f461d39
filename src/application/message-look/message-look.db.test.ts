import { afterAll, beforeAll, expect, test } from "vitest";
import { composeEmail, composeText } from "@/application/messages/compose-message";
import { loadAppointment } from "@/application/messages/load-appointment";
import type { Actor } from "@/application/shared/actor";
import { actingAs } from "@/application/shared/context";
import { APPOINTMENT_TEMPLATES } from "@/domain/messages/appointment-kinds";
import { LANGUAGES } from "@/domain/messages/language";
import { NOTICE_TEMPLATES } from "@/domain/messages/notice-kinds";
import { REPLY_KINDS } from "@/domain/messages/reply-words";
import { WORDED_BY_CLINIC, wordingProblem } from "@/domain/messages/wording";
import { deskActor, GUEST, providerActor } from "@tests/support/booking-requests";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { buildMessageScene } from "@tests/messages/message-scene";
import { getBrand, setBrand } from "./brand";
import { listManagedClinics } from "./list-managed-clinics";
import { findLogo, removeLogo, setLogo } from "./logo";
import { previewChoices } from "./preview-choices";
import { previewMessage } from "./preview-message";
import { getWording, listWordings, setWording } from "./wording";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const NOW = Date.parse("2030-01-04T09:00:00Z");
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

async function clinicScene() {
  const scene = await buildMessageScene(database, { now: NOW, visit: { patientTimeZone: "Europe/London" } });
  const { organizationId, userId, providerId } = scene.built;
  const manager: Actor = { kind: "user", userId, email: "owner@example.test", name: "Dr Test", isAdministrator: false, providerId, memberships: [{ organizationId, role: "MANAGER" }] };
  const written = async (template: "booking-confirmed" | "provider-booking-confirmed" = "booking-confirmed") => {
    const appointment = await loadAppointment(database.db, scene.visit.id);
    if (appointment === null) throw new Error("the booking is gone");
    const message = { id: scene.visit.id, address: "sam@example.test", recipient: template === "booking-confirmed" ? ("PATIENT" as const) : ("PROVIDER" as const), template };
    const subject = { kind: "appointment" as const, template, appointment };
    return { email: await composeEmail(scene.app, message, subject), sms: await composeText(scene.app, message, "SMS", subject) };
  };
  const audits = () => database.db.auditEntry.findMany({ where: { subjectId: organizationId }, orderBy: { id: "asc" } });
  return { ...scene, organizationId, manager: actingAs(scene.app, manager), desk: actingAs(scene.app, deskActor(scene.built, userId)), written, audits };
}

test("a clinic's colour, reply address and footer are in its next e-mail, adjusted so that they can be read", async () => {
  const { manager, organizationId, written, audits } = await clinicScene();
  const brand = await setBrand(manager, { organizationId, colour: "#FFD400", replyTo: "office@praxis.example", footerLines: [" HRB 12345 ", ""] });
  expect(brand).toMatchObject({ fields: { colour: "#ffd400", replyTo: "office@praxis.example", footerLines: ["HRB 12345"] }, colours: { isAdjusted: true, dark: { primary: "#ffd400" } } });
  const { email } = await written();
  expect(email.replyTo).toBe("office@praxis.example");
  expect(email.html).toContain(brand.colours?.light.primary);
  expect(email.html).not.toContain("#006d6b");
  for (const part of [email.html, email.text]) expect(part).toContain("HRB 12345");
  expect((await written("provider-booking-confirmed")).email.replyTo).toBeNull();
  expect(await audits()).toMatchObject([{ action: "organization.set-message-brand", after: { colour: "#ffd400", isAdjusted: true } }]);
});

test("what is no colour is refused by name, and nothing is kept", async () => {
  const { manager, organizationId } = await clinicScene();
  await expect(setBrand(manager, { organizationId, colour: "red;}", replyTo: "", footerLines: [] })).rejects.toMatchObject({ code: "VALIDATION_FAILED", details: { fields: [{ field: "colour", message: "must be a colour such as #006d6b" }] } });
  expect((await getBrand(manager, { organizationId })).colours).toBeNull();
});

test("a picture is kept by what it is, served under a key nobody can guess, and can be taken away", async () => {
  const { manager, organizationId, written } = await clinicScene();
  const { logo } = await setLogo(manager, { organizationId, base64: PIXEL });
  expect(logo?.url).toMatch(/^https:\/\/clinic\.example\/brand\/[\w-]{43}$/);
  expect((await written()).email.html).toContain(logo?.url);
  const publicKey = logo?.url.split("/").at(-1) ?? "";
  expect(await findLogo(manager, publicKey)).toMatchObject({ mediaType: "image/png" });
  expect(await removeLogo(manager, { organizationId })).toMatchObject({ logo: null });
  expect((await written()).email.html).not.toContain("/brand/");
  // E-mails already sent go on showing it.
  expect(await findLogo(manager, publicKey)).not.toBeNull();
});

test.each([["SVG", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")], ["HTML", Buffer.from("<html><script>1</script>".padEnd(80))], ["a PNG of 60,000 pixels", Buffer.from(PIXEL, "base64").fill(0xea, 18, 20)]])("%s is refused as a picture", async (_, bytes) => {
  const { manager, organizationId } = await clinicScene();
  await expect(setLogo(manager, { organizationId, base64: bytes.toString("base64") })).rejects.toMatchObject({ code: "VALIDATION_FAILED", details: { fields: [{ field: "logo" }] } });
  expect(await database.db.brandLogo.count({ where: { organizationId } })).toBe(0);
});

test("a clinic's own words are in its messages, escaped, and leave them when they are taken back", async () => {
  const { manager, organizationId, written, audits } = await clinicScene();
  const words = { greeting: "Dear {{firstName}},", intro: "<b>{{provider}}</b> is glad to see you.", closing: "", sms: "{{clinic}} expects you: {{when}} {{link}}" };
  expect(await setWording(manager, { organizationId, template: "booking-confirmed", language: "en", ...words })).toMatchObject({ isOwn: true, fields: words });
  const { email, sms } = await written();
  expect(email.html).toContain("&lt;b&gt;Dr Test&lt;/b&gt; is glad to see you.");
  expect(email.text).toMatch(/^Dear \S+,/);
  expect(sms.body).toMatch(/^Test Clinic expects you: Mon 7 Jan, 09:00 London time \(10:00 in Berlin\) https:\/\/clinic\.example\/s\/[\w-]{22}$/);
  expect((await listWordings(manager, { organizationId })).find(({ template }) => template === "booking-confirmed")?.own).toEqual(["en"]);
  expect(await setWording(manager, { organizationId, template: "booking-confirmed", language: "en", greeting: "", intro: "", closing: "", sms: "" })).toMatchObject({ isOwn: false });
  expect((await written()).email.text).toMatch(/^Hello /);
  expect((await audits()).map(({ action, after }) => [action, after])).toEqual([
    ["organization.set-message-wording", { template: "booking-confirmed", language: "en", own: ["greeting", "intro", "sms"] }],
    ["organization.set-message-wording", { template: "booking-confirmed", language: "en", own: [] }],
  ]);
});

test("unknown variables and texts that are too long are refused by field, and nothing is kept", async () => {
  const { manager, organizationId } = await clinicScene();
  const save = (texts: object) => setWording(manager, { organizationId, template: "reminder", language: "de", greeting: "", intro: "", closing: "", sms: "", ...texts });
  await expect(save({ intro: "{{reason}}", greeting: "Hi {{link}}" })).rejects.toMatchObject({ details: { fields: [{ field: "greeting", message: expect.stringContaining("{{link}} cannot be used here.") }, { field: "intro", message: expect.stringContaining("Allowed are {{firstName}}") }] } });
  await expect(save({ sms: `${"ж".repeat(120)} {{clinic}} {{when}} {{link}}` })).rejects.toMatchObject({ details: { fields: [{ field: "sms", message: "It is longer than two SMS with usual names. Make it shorter." }] } });
  await expect(setWording(manager, { organizationId, template: "provider-booking-confirmed", language: "en", greeting: "x", intro: "", closing: "", sms: "" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await getWording(manager, { organizationId, template: "reminder", language: "de" })).isOwn).toBe(false);
});

test("a preview shows unsaved words in the clinic's look, in the theme that was asked for", async () => {
  const { manager, organizationId } = await clinicScene();
  await setBrand(manager, { organizationId, colour: "#7a1fa2", replyTo: "", footerLines: [] });
  const look = { organizationId, template: "booking-confirmed", language: "en", mode: "IN_PERSON" } as const;
  const dark = await previewMessage(manager, { ...look, theme: "dark", draft: { greeting: "Good day {{firstName}},", intro: "", closing: "", sms: "" } });
  expect(dark).toMatchObject({ email: { fromName: "Test Clinic", text: expect.stringMatching(/^Good day Elena,/) }, ics: expect.stringContaining("METHOD:REQUEST"), sms: expect.stringMatching(/^Booked: /), whatsapp: { variables: { "1": "Dr Amara Okafor" } } });
  expect(dark.email?.html).toContain("@media all");
  expect((await previewMessage(manager, { ...look, theme: "light" })).email?.html).not.toMatch(/@media all|prefers-color-scheme: dark/);
});

test("what is not saved of the look is in the preview, and in nothing that is sent", async () => {
  const { manager, organizationId, written } = await clinicScene();
  const look = { organizationId, template: "booking-confirmed", language: "en", mode: "ONLINE", theme: "light" } as const;
  const { email } = await previewMessage(manager, { ...look, brand: { colour: "#7a1fa2", footerLines: ["HRB 12345", "  "] } });
  expect(email?.html).toContain("#7a1fa2");
  expect(email?.text).toMatch(/HRB 12345\n$/);
  expect((await previewMessage(manager, { ...look, brand: { colour: "#7a1f", footerLines: [] } })).email?.html).toContain("#006d6b");
  expect((await written()).email.html).not.toMatch(/#7a1fa2|HRB/);
});

test("an administrator sees every message there is in every language, on every channel it goes by", async () => {
  const { app, built, organizationId } = await clinicScene();
  const administrator = actingAs(app, { kind: "user", userId: built.userId, email: "admin@example.test", name: "Admin", isAdministrator: true, providerId: null, memberships: [] });
  const { templates, clinics } = await previewChoices(administrator);
  expect(clinics).toContainEqual({ id: organizationId, name: "Test Clinic" });
  const names = templates.map(({ template }) => template);
  expect(names).toEqual(expect.arrayContaining([...APPOINTMENT_TEMPLATES, ...NOTICE_TEMPLATES, ...WORDED_BY_CLINIC, ...REPLY_KINDS.map((kind) => `reply-${kind}`), "sign-in", "provider-calendar-awaited"]));
  expect(new Set(names).size).toBe(names.length);
  for (const [language, { template, group }] of LANGUAGES.flatMap((one) => templates.map((each) => [one, each] as const))) {
    const { email, sms, whatsapp } = await previewMessage(administrator, { organizationId, template, language, mode: "IN_PERSON", theme: "light" });
    if (group === "answer") expect(email, template).toBeNull();
    else expect(email?.html, template).toContain(`lang="${language}"`);
    if (group !== "notice" && template !== "sign-in") for (const text of [sms, whatsapp?.body]) expect(text, `${template} in ${language}`).toMatch(/\S/);
  }
  await expect(previewMessage(administrator, { template: "nothing", language: "en", mode: "PHONE", theme: "light" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("our own words can be the beginning of a clinic's, in every message and language", async () => {
  const { manager, organizationId } = await clinicScene();
  for (const [language, template] of LANGUAGES.flatMap((one) => WORDED_BY_CLINIC.map((name) => [one, name] as const))) {
    const { rules } = await getWording(manager, { organizationId, template, language });
    for (const field of ["greeting", "intro", "sms"] as const) expect(wordingProblem(template, field, rules[field].usual), `${field} of ${template} in ${language}: ${rules[field].usual}`).toBeNull();
  }
});

test("the front desk, another clinic's manager and a guest see and change nothing", async () => {
  const mine = await clinicScene();
  const other = await clinicScene();
  const { organizationId } = mine;
  for (const who of [mine.desk, other.manager, actingAs(mine.app, GUEST), actingAs(mine.app, providerActor(other.built))]) {
    await expect(getBrand(who, { organizationId })).rejects.toMatchObject({ code: expect.stringMatching(/^NOT_/) });
    await expect(setLogo(who, { organizationId, base64: PIXEL })).rejects.toMatchObject({ code: expect.stringMatching(/^NOT_/) });
    await expect(setWording(who, { organizationId, template: "reminder", language: "en", greeting: "x", intro: "", closing: "", sms: "" })).rejects.toMatchObject({ code: expect.stringMatching(/^NOT_/) });
    await expect(previewMessage(who, { organizationId, template: "reminder", language: "en", mode: "PHONE", theme: "light" })).rejects.toMatchObject({ code: expect.stringMatching(/^NOT_/) });
  }
  expect(await listManagedClinics(mine.manager)).toMatchObject([{ id: organizationId }]);
  expect(await listManagedClinics(mine.desk)).toEqual([]);
});
