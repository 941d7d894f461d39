import { expect, test } from "vitest";
import { cancelBooking } from "@/application/booking/cancel-booking";
import { confirmBooking } from "@/application/booking/confirm-booking";
import { declineBooking } from "@/application/booking/decline-booking";
import { expirePendings } from "@/application/booking/expire-pendings";
import { holdSlot } from "@/application/booking/hold-slot";
import { rescheduleBooking } from "@/application/booking/reschedule-booking";
import { announce } from "@/application/messages/announce";
import { bookingInvite } from "@/application/messages/booking-invite";
import { sendMessage } from "@/application/messages/send-message";
import { actingAs } from "@/application/shared/context";
import type { JobPayloads } from "@/application/shared/enqueue";
import { buildProvider } from "@tests/support/builders/build-provider";
import { confirmRequest, GUEST, holdRequest, providerActor, SYSTEM } from "@tests/support/booking-requests";
import { openVendors, sandboxEmail } from "@tests/support/open-vendors";
import { testContext } from "@tests/support/test-context";
import { calendarFaults, readCalendar } from "./calendar-rules";

const { database, sandbox } = await openVendors();

/** Around the Sunday on which Berlin's clocks change. */
const TIMES = ["2030-03-29T09:00:00.000Z", "2030-04-01T08:00:00.000Z", "2030-04-02T12:00:00.000Z"] as const;
const PATIENT = { name: 'Ada "أمينة" O\'Neill 🌻; Dr,', email: "ada.entries@example.test" };

interface Mailed {
  readonly attachments?: readonly { readonly filename: string; readonly type: string; readonly content: string }[];
  readonly to: string;
}
type Entry = ReturnType<typeof readCalendar>;

/** A clinic whose clock goes on with every act, and its patient's and provider's mailboxes at the vendor. */
async function clinicWithMail() {
  let now = Date.parse("2030-03-01T09:00:00Z");
  const built = await buildProvider(database.db, { provider: { name: "Dr Amara Okafor" } });
  const email = sandboxEmail(sandbox.origin);
  const guest = testContext(database, { actor: GUEST, now: () => now, ports: { email }, publicOrigin: "https://clinic.example" });
  const system = actingAs(guest, SYSTEM);

  /** Runs what the act just now has to tell, as the worker does. */
  async function tell() {
    const { rows } = await database.pool.query<{ payload: JobPayloads["messages.announce"] }>(
      "DELETE FROM graphile_worker._private_jobs AS job USING graphile_worker._private_tasks AS task WHERE task.id = job.task_id AND task.identifier = 'messages.announce' RETURNING job.payload",
    );
    for (const { payload } of rows) await announce(system, payload);
    for (const { id } of await database.db.message.findMany({ where: { providerId: built.providerId, channel: "EMAIL", state: "QUEUED" } })) await sendMessage(system, { messageId: id });
    now += 60_000;
  }
  const mails = async (to: string): Promise<Mailed[]> => (await sandbox.call("GET", `/_sandbox/messages?to=${encodeURIComponent(to)}`)).body.messages;
  return { built, guest, clinic: actingAs(guest, providerActor(built)), tell, mails };
}

/** A calendar program: a newer SEQUENCE, or the same with a newer DTSTAMP, replaces an entry; a cancellation takes it away (RFC 5546, 2.1.5). */
function calendarAfter(entries: readonly Entry[]): number[] {
  const held = new Map<string, Entry>();
  for (const entry of entries) {
    const known = held.get(entry.uid);
    const isNewer = known === undefined || entry.sequence > known.sequence || (entry.sequence === known.sequence && (entry.stampedAt ?? 0) >= (known.stampedAt ?? 0));
    if (isNewer) held.set(entry.uid, entry);
  }
  return [...held.values()].filter(({ method }) => method !== "CANCEL").map(({ startsAt }) => startsAt ?? 0);
}

const orders = <T>(items: readonly T[]): T[][] => (items.length === 0 ? [[]] : items.flatMap((item, index) => orders(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest])));

test("booked, moved twice over a change of clocks, cancelled: four mails make one entry follow and vanish, in whatever order they are read", async () => {
  const { built, guest, clinic, tell, mails } = await clinicWithMail();
  const { reference } = await confirmBooking(guest, { ...confirmRequest(await holdSlot(guest, holdRequest(built, TIMES[0]))), patient: PATIENT });
  await tell();
  for (const startsAt of TIMES.slice(1)) {
    await rescheduleBooking(clinic, { reference, startsAt, override: { reason: "test" } });
    await tell();
  }
  const { seriesId } = await database.db.booking.findFirstOrThrow({ where: { reference, status: "CONFIRMED" } });
  const download = () => bookingInvite(actingAs(guest, { kind: "link", linkId: seriesId, seriesId }), { seriesId });
  expect(readCalendar((await download()).ics)).toMatchObject({ method: "PUBLISH", status: "CONFIRMED", sequence: 2, startsAt: Date.parse(TIMES[2]), attendees: [] });
  await cancelBooking(clinic, { reference, reason: "A rash that got worse" });
  await tell();

  const files = (await mails(PATIENT.email)).reverse().map(({ attachments = [] }) => attachments[0]);
  expect(files.map((file) => file?.type)).toEqual(["REQUEST", "REQUEST", "REQUEST", "CANCEL"].map((method) => `text/calendar; method=${method}`));
  expect(files.map((file, index) => calendarFaults(file?.content ?? "", index === 3 ? "CANCEL" : "REQUEST"))).toEqual([[], [], [], []]);
  expect(JSON.stringify(files)).not.toMatch(/rash|Consultation/i);
  const entries = files.map((file) => readCalendar(file?.content ?? ""));
  expect(entries.map(({ sequence, status, startsAt }) => [sequence, status, startsAt])).toEqual([
    [0, "CONFIRMED", Date.parse(TIMES[0])], [1, "CONFIRMED", Date.parse(TIMES[1])], [2, "CONFIRMED", Date.parse(TIMES[2])], [3, "CANCELLED", Date.parse(TIMES[2])],
  ]);
  expect(new Set(entries.map(({ uid, organizer }) => `${uid} ${organizer}`)).size).toBe(1);
  for (const { attendees } of entries) expect(attendees).toEqual([{ address: PATIENT.email, name: "Ada 'أمينة' O'Neill 🌻; Dr,", partstat: "ACCEPTED", rsvp: "FALSE" }]);
  const stamps = entries.map(({ stampedAt }) => stampedAt ?? 0);
  expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
  expect(entries.every(({ changedAt, stampedAt }) => (changedAt ?? Infinity) <= (stampedAt ?? 0))).toBe(true);

  expect(entries.map((_, last) => calendarAfter(entries.slice(0, last + 1)))).toEqual([[Date.parse(TIMES[0])], [Date.parse(TIMES[1])], [Date.parse(TIMES[2])], []]);
  for (const order of orders(entries)) expect(calendarAfter(order)).toEqual([]);

  const last = (await download()).ics;
  expect([calendarFaults(last, "PUBLISH"), readCalendar(last).status, readCalendar(last).sequence]).toEqual([[], "CANCELLED", 3]);
  // The provider's own calendar is written to directly: their mails carry no entry.
  const provider = await database.db.provider.findUniqueOrThrow({ where: { id: built.providerId } });
  for (const mail of await mails(provider.email)) expect(mail.attachments ?? []).toEqual([]);
});

test.each(["DECLINED", "EXPIRED"] as const)("a visit that stood, was moved while a calendar gave no answer and ended %s leaves no entry behind", async (ending) => {
  const { built, guest, clinic, tell, mails } = await clinicWithMail();
  const email = `ada.${ending.toLowerCase()}@example.test`;
  const { reference } = await confirmBooking(guest, { ...confirmRequest(await holdSlot(guest, holdRequest(built, TIMES[0]))), patient: { ...PATIENT, email } });
  const asRequest = () => database.db.booking.updateMany({ where: { reference, status: "CONFIRMED" }, data: { status: "PENDING", pendingExpiresAt: new Date(guest.clock.now()) } });
  const end = () => (ending === "DECLINED" ? declineBooking(clinic, { reference }) : expirePendings(actingAs(guest, SYSTEM)));
  const entries = async () => (await mails(email)).reverse().flatMap(({ attachments = [] }) => attachments.map(({ content }) => content));
  await tell();
  await rescheduleBooking(clinic, { reference, startsAt: TIMES[1], override: { reason: "test" } });
  await asRequest();
  await tell();
  await end();
  await tell();
  const [, taken = "", ...more] = await entries();
  expect(more).toEqual([]);
  expect(calendarFaults(taken, "CANCEL")).toEqual([]);
  expect((await entries()).map((ics) => readCalendar(ics)).map(({ sequence, status }) => [sequence, status])).toEqual([[0, "CONFIRMED"], [1, "CANCELLED"]]);
  expect(calendarAfter((await entries()).map((ics) => readCalendar(ics)))).toEqual([]);
});
