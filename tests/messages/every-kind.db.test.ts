import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sendMessage } from "@/application/messages/send-message";
import { APPOINTMENT_TEMPLATES, type AppointmentTemplate, type Recipient } from "@/domain/messages/appointment-kinds";
import { reminderTemplate } from "@/domain/messages/message-template";
import { NOTICE_TEMPLATES, type NoticeTemplate } from "@/domain/messages/notice-kinds";
import { planProviderMessage } from "@/domain/messages/plan-messages";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { buildMessageScene } from "./message-scene";
import { recordingPorts } from "./recording-ports";

type Status = "PENDING" | "CONFIRMED" | "DECLINED" | "CANCELLED" | "EXPIRED" | "COMPLETED";
type Fate = "goes" | "ends" | "waits";

/** What becomes of a planned message of each kind. */
interface Row {
  readonly to: Recipient;
  /** In this state of the visit it is true. */
  readonly about: Status;
  readonly afterMove: Fate;
  readonly afterCancel: Fate;
  /** In the patient's night. */
  readonly atNight: Fate;
  /** When the patient wants no reminders. */
  readonly wishNone: Fate;
  /** As a text, when its reader has answered STOP. */
  readonly afterStop: Fate;
}

const patient = { to: "PATIENT", about: "CONFIRMED", afterMove: "ends", afterCancel: "ends", atNight: "goes", wishNone: "goes", afterStop: "ends" } as const;
const provider = { ...patient, to: "PROVIDER" } as const;
const afterwards = { ...patient, about: "COMPLETED", atNight: "waits", wishNone: "ends" } as const;

const ROWS: Readonly<Record<AppointmentTemplate, Row>> = {
  "booking-pending": { ...patient, about: "PENDING" },
  "booking-confirmed": patient,
  "booking-approved": patient,
  "booking-declined": { ...patient, about: "DECLINED" },
  "booking-rescheduled": patient,
  "booking-cancelled": { ...patient, about: "CANCELLED", afterCancel: "goes" },
  "booking-expired": { ...patient, about: "EXPIRED" },
  "meet-ready": patient,
  reminder: { ...patient, atNight: "waits", wishNone: "ends" },
  "follow-up": afterwards,
  "come-back": afterwards,
  "provider-booking-pending": { ...provider, about: "PENDING" },
  "provider-booking-confirmed": provider,
  "provider-booking-rescheduled": provider,
  "provider-booking-cancelled": { ...provider, about: "CANCELLED", afterCancel: "goes" },
  "provider-contact-card": provider,
  "provider-booking-expired": { ...provider, about: "EXPIRED" },
  "provider-booking-clashes": { ...provider, about: "PENDING" },
};

/** Nobody but a provider or clinic gets a notice, and by e-mail alone: neither a patient's night nor their wishes nor a STOP concern it. */
const NOTICE_ROWS: Readonly<Record<NoticeTemplate, { readonly to: Recipient }>> = {
  "calendar-reconnect": { to: "PROVIDER" },
  "calendar-import-report": { to: "PROVIDER" },
  "calendar-batch-report": { to: "PROVIDER" },
  "calendar-edit-question": { to: "PROVIDER" },
  "calendar-deletions-question": { to: "PROVIDER" },
  "provider-agenda": { to: "PROVIDER" },
  "provider-week": { to: "PROVIDER" },
};

/** A Wednesday, 11:00 and 03:00 of the night after it in Berlin. */
const DAY = Date.parse("2030-01-02T10:00:00Z");
const NIGHT = Date.parse("2030-01-03T02:00:00Z");
const COMING = { startsAt: new Date("2030-01-04T09:00:00Z"), endsAt: new Date("2030-01-04T09:30:00Z") };
const PAST = { startsAt: new Date("2030-01-02T08:00:00Z"), endsAt: new Date("2030-01-02T08:30:00Z") };
const REMINDER = 2_880;
const OURS = "+15005550006";
const FATES: Readonly<Record<string, Fate>> = { SENT: "goes", SKIPPED: "ends", EXPIRED: "ends", QUEUED: "waits" };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

test("every kind of message has its row", () => {
  expect(Object.keys(ROWS).sort()).toEqual([...APPOINTMENT_TEMPLATES].sort());
  expect(Object.keys(NOTICE_ROWS).sort()).toEqual([...NOTICE_TEMPLATES].sort());
});

test.each(APPOINTMENT_TEMPLATES.map((template) => [template, ROWS[template]] as const))("%s", async (template, row) => {
  const { db } = database;
  const { ports, emails, texts } = recordingPorts();
  let now = DAY;
  const when = row.about === "COMPLETED" ? PAST : COMING;
  const { app, built, visit, patient: reader } = await buildMessageScene(database, {
    now: () => now, ports, provider: { language: "fr", phone: `+331555000${10 + APPOINTMENT_TEMPLATES.indexOf(template)}` },
    visit: { ...when, status: row.about, mode: "ONLINE", language: "de", channels: ["EMAIL"], reminderMinutes: [REMINDER], createdAt: new Date("2029-12-01T09:00:00Z") },
  });
  await db.meetLink.create({ data: { seriesId: visit.seriesId, state: "READY", source: "CALENDAR", url: "https://meet.google.com/abc-defg-hij" } });
  const to = await db.provider.findUniqueOrThrow({ where: { id: built.providerId }, select: { email: true, phone: true } });
  const address = row.to === "PATIENT" ? { EMAIL: reader.email ?? "", SMS: reader.phone ?? "" } : { EMAIL: to.email, SMS: to.phone ?? "" };

  async function fateOf(channel: "EMAIL" | "SMS" = "EMAIL"): Promise<Fate | undefined> {
    const id = uuidv7();
    const stored = template === "reminder" ? reminderTemplate(REMINDER) : template;
    await db.message.create({ data: { id, bookingId: visit.id, providerId: built.providerId, recipient: row.to, channel, address: address[channel], template: stored, dedupeKey: id, createdAt: new Date(now) } });
    await sendMessage(app, { messageId: id });
    return FATES[(await db.message.findUniqueOrThrow({ where: { id } })).state];
  }
  const after = async (change: Parameters<typeof db.booking.update>[0]["data"]) => {
    await db.booking.update({ where: { id: visit.id }, data: change });
    const fate = await fateOf();
    await db.booking.update({ where: { id: visit.id }, data: { status: row.about, reminderChoice: null } });
    return fate;
  };

  expect(await fateOf()).toBe("goes");
  expect(emails).toMatchObject([{ to: address.EMAIL, html: expect.stringContaining(`lang="${row.to === "PATIENT" ? "de" : "fr"}"`) }]);
  expect(await fateOf("SMS")).toBe("goes");
  expect(texts).toMatchObject([{ to: address.SMS }]);

  const afterMove = await after({ status: "RESCHEDULED" });
  const afterCancel = await after({ status: "CANCELLED" });
  const wishNone = await after({ reminderChoice: "NONE" });
  now = NIGHT;
  const atNight = await fateOf();
  now = DAY;
  await db.textConsent.create({ data: { id: uuidv7(), channel: "SMS", ourNumber: OURS, address: address.SMS, isOptedOut: true, source: "reply", at: new Date(now) } });
  const afterStop = await fateOf("SMS");
  expect({ to: row.to, about: row.about, afterMove, afterCancel, wishNone, atNight, afterStop }).toEqual(row);
});

test.each(NOTICE_TEMPLATES)("%s", (template) => {
  expect(planProviderMessage("about", template, "provider@example.test")).toMatchObject([{ recipient: NOTICE_ROWS[template].to, channel: "EMAIL", address: "provider@example.test" }]);
});
