import ICAL from "ical.js";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getBookingRecord } from "@/application/booking/booking-record";
import { bookingInvite } from "@/application/messages/booking-invite";
import { composeEmail, composeText } from "@/application/messages/compose-message";
import { loadNotice } from "@/application/messages/notices/load-notice";
import { visitFigures } from "@/application/messages/reply-figures";
import { actingAs } from "@/application/shared/context";
import { sqlOfClient } from "@/application/shared/sql";
import { messageTitle } from "@/domain/messages/message-title";
import { NOTICE_TEMPLATES, type NoticeTemplate } from "@/domain/messages/notice-kinds";
import { planProviderMessage } from "@/domain/messages/plan-messages";
import { REPLY_KINDS, replyText } from "@/domain/messages/reply-words";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { loadAppointment } from "@/application/messages/load-appointment";
import type { OutgoingEmail } from "@/application/shared/ports";
import { LANGUAGES, type Language } from "@/domain/messages/language";
import { APPOINTMENT_TEMPLATES } from "@/domain/messages/appointment-kinds";
import { WORDED_BY_CLINIC, WORDING_VARIABLES } from "@/domain/messages/wording";
import { WHATSAPP_FACTS } from "@/domain/messages/whatsapp-variables";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { buildMessageScene } from "./message-scene";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const SECRET = "ZEBRAWORT";
const NOW = Date.parse("2030-01-04T09:00:00Z");
const HOSTILE = `<script>alert("x")</script>\r\nBcc: all@example.test\u202E see evil.example`;
const TEMPLATES = APPOINTMENT_TEMPLATES;

/** Everything that would leave the house for one template, on every channel, as JSON. */
async function compose(scene: Awaited<ReturnType<typeof buildMessageScene>>, template: (typeof TEMPLATES)[number], language: Language = "en") {
  const loaded = await loadAppointment(database.db, scene.visit.id);
  if (loaded === null) throw new Error("the booking is gone");
  const appointment = { ...loaded, facts: { ...loaded.facts, languages: { patient: language, provider: language } } };
  const subject = { kind: "appointment", template, appointment } as const;
  const recipient = template.startsWith("provider-") ? ("PROVIDER" as const) : ("PATIENT" as const);
  const message = { id: scene.visit.id, address: "sam@example.test", recipient, template };
  const withTemplates = { ...scene.app, config: { ...scene.app.config, whatsappTemplates: { sids: { [template]: "HX1" }, variables: { [template]: WHATSAPP_FACTS } } } };
  const atVendor = { ...scene.app, config: { ...scene.app.config, emailTemplateIds: { [template]: "d-1" } } };
  return { email: await composeEmail(scene.app, message, subject), templated: await composeEmail(atVendor, message, subject), texts: [await composeText(scene.app, message, "SMS", subject), await composeText(withTemplates, message, "WHATSAPP", subject)] };
}

async function secretScene() {
  const scene = await buildMessageScene(database, {
    now: NOW,
    provider: { title: `${SECRET}ologist`, specialities: [SECRET], bio: SECRET },
    service: { name: `${SECRET} check`, description: SECRET },
    visit: { mode: "ONLINE", serviceName: `${SECRET} check`, cancellationNote: SECRET, isOverbook: true, overrideReason: SECRET },
  });
  await database.db.meetLink.create({ data: { seriesId: scene.visit.seriesId, state: "READY", source: "CALENDAR", url: "https://meet.google.com/abc-defg-hij" } });
  await database.db.booking.update({ where: { id: scene.visit.id }, data: { reasonCiphertext: await scene.app.cipher.encrypt(SECRET, "booking") } });
  return scene;
}

/** Something of every kind of notice waits in this scene: a kind for which nothing does fails the test. */
async function noticeScene() {
  const scene = await secretScene();
  const { providerId } = scene.built;
  const { calendarId, connectionId: aboutId } = await buildCalendarConnection(database.db, providerId, { connection: { status: "RECONNECT_NEEDED", lastError: SECRET, lastErrorAt: new Date(NOW) } });
  await database.db.calendarImport.create({ data: { id: aboutId, providerId, calendarId, rules: [{ title: SECRET }], state: "FAILED", imported: 3, leftOut: { past: 2 }, problem: SECRET, startedAt: new Date(NOW), finishedAt: new Date(NOW) } });
  // The same id, since a notice carries only one.
  await database.db.calendarBatch.create({ data: { id: aboutId, providerId, calendarId, startedAt: new Date(NOW), finishedAt: new Date(NOW) } });
  await database.db.calendarEventLink.create({ data: { id: uuidv7(), seriesId: scene.visit.seriesId, bookingId: scene.visit.id, calendarId, eventId: "e1", state: "FAILED", batchId: aboutId, lastError: SECRET } });
  const { seriesId, id: bookingId, version: bookingVersion, startsAt: fromStartsAt, endsAt: fromEndsAt } = scene.visit;
  for (const [series, refusal] of [[seriesId, SECRET], [uuidv7(), "MANY_DELETED"]] as const) {
    await database.db.calendarEdit.create({ data: { id: uuidv7(), providerId, seriesId: series, bookingId, bookingVersion, fromStartsAt, fromEndsAt, kind: "CANCEL", state: "ASKED", refusal, seenAt: new Date(NOW), applyAt: new Date(NOW) } });
  }
  await database.db.provider.update({ where: { id: providerId }, data: { agendaByEmail: true, weekPromptByEmail: true } });
  await database.db.availabilityRule.deleteMany({ where: { providerId } });
  return { ...scene, aboutId };
}

/** When the notices that look at a day or a week were planned: on the day of the visit, and on a Friday before a week without any. */
const PLANNED: Partial<Record<NoticeTemplate, number>> = { "provider-agenda": Date.parse("2030-01-07T05:00:00Z"), "provider-week": Date.parse("2030-01-11T14:00:00Z") };

const leaks = (said: unknown) => /zebrawort/i.test(JSON.stringify(said)) || JSON.stringify(said).includes("Consultation");

test("the reason, the service, notes and specialities appear in no message on any channel, and in nothing that travels with it", async () => {
  const scene = await secretScene();
  for (const [language, template] of LANGUAGES.flatMap((one) => APPOINTMENT_TEMPLATES.map((name) => [one, name] as const))) {
    const { email, templated, texts } = await compose(scene, template, language);
    expect(email.html).toContain(`lang="${language}"`);
    expect(email.html, template).toContain("Dr Test");
    expect(templated.dynamicTemplate?.data, template).toMatchObject({ subject: email.subject });
    expect(leaks([email, templated, texts, messageTitle(template)]), `${template} in ${language}`).toBe(false);
  }
});

test("nor by a clinic's own words, whatever they ask for, even past the check at saving", async () => {
  const scene = await secretScene();
  const { organizationId } = scene.built;
  const asked = [...WORDING_VARIABLES, "reason", "service", "serviceName", "title", "specialities", "notes", "bio", "reference", "patient.reason", "constructor"].map((name) => `{{${name}}}`).join(" ");
  const sms = "{{clinic}} {{service}} {{reason}} {{when}} {{link}}";
  await database.db.messageWording.createMany({
    data: LANGUAGES.flatMap((language) => WORDED_BY_CLINIC.map((template) => ({ id: uuidv7(), organizationId, template, language, greeting: `Own greeting ${asked}`, intro: `Own intro ${asked}`, closing: `Own closing ${asked}`, sms }))),
  });
  await database.db.messageBrand.create({ data: { organizationId, colour: "#7a1fa2", replyTo: "office@praxis.example", footerLines: ["Own footer"] } });
  // Where a clinic's words go is the same in each language: each message is written in one of them.
  for (const [index, template] of APPOINTMENT_TEMPLATES.entries()) {
    const language = LANGUAGES[index % LANGUAGES.length] ?? "en";
    const { email, templated, texts } = await compose(scene, template, language);
    if (!template.startsWith("provider-")) {
      for (const own of ["Own greeting", "Own intro", "Own closing", "Own footer"]) expect(email.text, template).toContain(own);
      expect(texts[0]?.body, template).toMatch(/^Test Clinic \S/);
    }
    expect(leaks([email, templated, texts]), `${template} in ${language}`).toBe(false);
    expect(JSON.stringify([email.subject, email.html, texts]), template).not.toContain("{{");
  }
});

test("nor in any notice to a provider, any answer to a text, or the calendar file for download", async () => {
  const scene = await noticeScene();
  for (const [language, template] of LANGUAGES.flatMap((one) => NOTICE_TEMPLATES.map((name) => [one, name] as const))) {
    await database.db.provider.update({ where: { id: scene.built.providerId }, data: { language } });
    const { subject } = await loadNotice(database.db, template, { providerId: scene.built.providerId, bookingId: scene.visit.id, createdAt: new Date(PLANNED[template] ?? NOW), dedupeKey: planProviderMessage(scene.aboutId, template, "dr@example.test")[0]?.dedupeKey ?? "", address: "dr@example.test" });
    if (subject === null) throw new Error(`nothing waits for ${template}`);
    const withTemplate = { ...scene.app, config: { ...scene.app.config, emailTemplateIds: { [template]: "d-1" } } };
    const email = await composeEmail(withTemplate, { id: scene.visit.id, address: "dr@example.test", recipient: "PROVIDER", template }, subject);
    expect(email.html).toContain(`lang="${language}"`);
    expect(leaks([email, messageTitle(template)]), `${template} in ${language}`).toBe(false);
  }
  const visit = await getBookingRecord(sqlOfClient(database.pool), { id: scene.visit.id });
  for (const [language, kind] of LANGUAGES.flatMap((one) => REPLY_KINDS.map((name) => [one, name] as const))) {
    expect(leaks(replyText(kind, language, await visitFigures(scene.app, database.db, visit, kind === "move-link" ? "send-link" : "confirm", language))), `${kind} in ${language}`).toBe(false);
  }
  const bearer = actingAs(scene.app, { kind: "link", linkId: scene.visit.id, seriesId: scene.visit.seriesId });
  expect(leaks(await bookingInvite(bearer, { seriesId: scene.visit.seriesId }))).toBe(false);
});

test("script, line breaks and links in names are harmless everywhere", async () => {
  const scene = await buildMessageScene(database, { now: NOW, provider: { name: HOSTILE }, visit: { patientName: HOSTILE } });
  await database.db.organization.update({ where: { id: scene.built.organizationId }, data: { name: HOSTILE } });
  for (const template of TEMPLATES) {
    const { email, texts } = await compose(scene, template);
    expect(email.html, template).not.toMatch(/<script|alert\("x"\)/);
    for (const header of [email.subject, email.toName ?? "", email.fromName ?? ""]) expect(header).not.toMatch(/[\r\n\u202E]/);
    for (const { body, content } of texts) expect(body + JSON.stringify(content)).not.toMatch(/[\r\n\u202E]/);
    expect(texts[0]?.body).not.toMatch(/^Bcc:/m);
    expect(entriesOf(email)).toBeLessThanOrEqual(1);
  }
});

/** Events in the invitation; parsing throws when a name broke out of its line. */
function entriesOf(email: OutgoingEmail): number {
  if (email.calendarInvite === null) return 0;
  const calendar = new ICAL.Component(ICAL.parse(email.calendarInvite.ics));
  return calendar.getAllSubcomponents("vevent").length;
}

test("HTML and text say the same time, and the HTML has a dark variant", async () => {
  const scene = await buildMessageScene(database, { now: NOW, visit: { patientTimeZone: "Europe/London" } });
  const { email } = await compose(scene, "booking-confirmed");
  for (const part of [email.html, email.text]) {
    expect(part).toContain("Monday 7 January");
    expect(part).toContain("10:00 in Berlin, where the clinic is");
    expect(part).toContain(scene.manageUrl);
    expect(part).toContain("Teststraße 1");
  }
  expect(email.html).toContain("prefers-color-scheme: dark");
  expect(email).toMatchObject({ fromName: "Test Clinic", replyTo: expect.stringContaining("clinic-") });
});

test("a request has no calendar entry until it is confirmed; moving keeps the entry, cancelling takes it away", async () => {
  const scene = await buildMessageScene(database, { now: NOW, visit: { status: "PENDING" } });
  const invite = async (template: (typeof TEMPLATES)[number]) => (await compose(scene, template)).email.calendarInvite;
  for (const template of ["booking-pending", "booking-declined", "booking-expired", "booking-rescheduled"] as const) expect(await invite(template), template).toBeNull();
  await database.db.booking.update({ where: { id: scene.visit.id }, data: { status: "CONFIRMED", sequence: 1 } });
  expect(await invite("booking-rescheduled")).toMatchObject({ method: "REQUEST", ics: expect.stringContaining("SEQUENCE:1") });
  await database.db.booking.update({ where: { id: scene.visit.id }, data: { status: "CANCELLED", sequence: 2 } });
  expect(await invite("booking-cancelled")).toMatchObject({ method: "CANCEL", ics: expect.stringContaining("SEQUENCE:2") });
});

test("each reader is written to in their language: the booking's, else the patient's; the provider's own", async () => {
  const scene = await buildMessageScene(database, { now: NOW, provider: { language: "fr" }, visit: { language: "pt-BR" } });
  const languages = async () => (await loadAppointment(database.db, scene.visit.id))?.facts.languages;
  expect(await languages()).toEqual({ patient: "pt", provider: "fr" });
  await database.db.booking.update({ where: { id: scene.visit.id }, data: { language: null } });
  await database.db.patient.update({ where: { id: scene.patient.id }, data: { language: "es" } });
  expect(await languages()).toEqual({ patient: "es", provider: "fr" });
});
