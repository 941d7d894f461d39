import { beforeEach, expect, test } from "vitest";
import { openGoogle } from "@tests/support/google/open-google";
import { testContext } from "@tests/support/test-context";
import { runJobs } from "@tests/support/google/run-jobs";
import { providerActor } from "@tests/support/booking-requests";
import { cancelBooking } from "@/application/booking/cancel-booking";
import { rescheduleBooking } from "@/application/booking/reschedule-booking";
import { answerCalendarEdit } from "@/application/calendar-edits/answer-calendar-edit";
import { actingAs } from "@/application/shared/context";
import { ACCOUNT, atHour, editScene, type EditScene } from "./edit-scene";

let scene: EditScene;
const { database, google } = await openGoogle();
const app = testContext(database, { actor: { kind: "system", job: "test" }, now: () => Date.now(), ports: google.ports });
beforeEach(async () => {
  scene = await editScene(database, google, app);
});

const policy = (data: { answer?: "FOLLOW_GOOGLE" | "ASK_ME" | "KEEP_OURS"; impossible?: "PUSH_BACK" | "MOVE_ANYWAY"; followsLength?: boolean }) =>
  database.db.calendarEditPolicy.create({ data: { providerId: scene.built.providerId, ...data } });

test("an event moved to a free time moves its booking after the window, and the patient is told once", async () => {
  const visit = await scene.visitAt(atHour(10));
  await scene.move(visit, atHour(11));
  await scene.sync();
  expect(await scene.edits(visit)).toMatchObject([{ state: "WAITING", kind: "MOVE", toStartsAt: atHour(11) }]);
  expect(await scene.current(visit)).toMatchObject({ startsAt: atHour(10) });
  expect(await scene.told(visit)).toEqual([]);

  await scene.passWindows();
  expect(await scene.current(visit)).toMatchObject({ startsAt: atHour(11), status: "CONFIRMED", source: "GOOGLE", isOverbook: false });
  expect(await scene.edits(visit)).toMatchObject([{ state: "APPLIED", refusal: null }]);
  expect(await scene.told(visit)).toEqual(["rescheduled"]);
  const audits = await database.db.auditEntry.findMany({ where: { action: "booking.reschedule", providerId: scene.built.providerId } });
  expect(audits).toMatchObject([{ actorKind: "google", actorId: scene.calendarId }]);

  // What we write after it is no edit.
  await scene.passWindows();
  expect(await scene.edits(visit)).toHaveLength(1);
  expect(await scene.eventOf(visit)).toMatchObject({ status: "confirmed", startsAt: atHour(11).getTime() });
});

test("moved and moved back within the window leaves no trace", async () => {
  const visit = await scene.visitAt(atHour(10));
  const before = await scene.current(visit);
  await scene.move(visit, atHour(11));
  await scene.sync();
  await scene.move(visit, atHour(10));
  await scene.sync();
  expect(await scene.edits(visit)).toEqual([]);
  await scene.passWindows();
  expect(await scene.current(visit)).toEqual(before);
  expect(await scene.told(visit)).toEqual([]);
  expect(await database.db.auditEntry.count({ where: { providerId: scene.built.providerId } })).toBe(0);
});

test("moved several times within the window counts once, at its last time", async () => {
  const visit = await scene.visitAt(atHour(10));
  for (const hour of [11, 12, 13]) {
    await scene.move(visit, atHour(hour));
    await scene.sync();
  }
  expect(await scene.edits(visit)).toHaveLength(1);
  await scene.passWindows();
  expect(await scene.current(visit)).toMatchObject({ startsAt: atHour(13) });
  expect(await scene.told(visit)).toEqual(["rescheduled"]);
});

test("a deleted event cancels its booking, and one that is put back in time does not", async () => {
  const visit = await scene.visitAt(atHour(10));
  await scene.remove(visit);
  await scene.passWindows();
  await scene.passWindows();
  expect(await scene.current(visit)).toMatchObject({ status: "CANCELLED" });
  expect(await scene.told(visit)).toEqual(["cancelled"]);

  const kept = await scene.visitAt(atHour(12));
  await scene.remove(kept);
  await scene.sync();
  await google.changeEvent(ACCOUNT, kept.eventId, { status: "confirmed" }, scene.externalId);
  await scene.sync();
  await scene.passWindows();
  expect(await scene.current(kept)).toMatchObject({ status: "CONFIRMED", startsAt: atHour(12) });
  expect(await scene.told(kept)).toEqual([]);
});

test.each(["FOLLOW_GOOGLE", "ASK_ME"] as const)("an event moved to another of one's calendars goes back and leaves nothing there; nobody is asked or told: %s", async (answer) => {
  await policy({ answer });
  const other = await google.addCalendar(ACCOUNT, "Private");
  const { connectionId } = await database.db.calendar.findUniqueOrThrow({ where: { id: scene.calendarId } });
  await database.db.calendar.create({ data: { id: crypto.randomUUID(), connectionId, providerId: scene.built.providerId, externalId: other, name: "Private", timeZone: "Europe/Berlin", readsBusy: false } });
  const visit = await scene.visitAt(atHour(10));
  await google.moveEvent(ACCOUNT, visit.eventId, scene.externalId, other);
  await scene.sync();
  expect(await scene.edits(visit)).toMatchObject([{ state: "WAITING", kind: "CANCEL" }]);
  await scene.passWindows();
  expect(await scene.current(visit)).toMatchObject({ status: "CONFIRMED", startsAt: atHour(10) });
  expect(await scene.eventOf(visit)).toMatchObject({ status: "confirmed", startsAt: atHour(10).getTime() });
  expect(await google.events(ACCOUNT, other)).toMatchObject([{ id: visit.eventId, status: "cancelled" }]);
  expect(await scene.edits(visit)).toMatchObject([{ state: "PUT_BACK", refusal: "OTHER_CALENDAR" }]);
  expect(await scene.told(visit)).toEqual([]);
  expect(await database.db.calendarEventLeftover.count({ where: { seriesId: visit.seriesId } })).toBe(0);
});

test("an event that is brought back after its booking was cancelled brings the booking back", async () => {
  const visit = await scene.visitAt(atHour(10));
  await scene.remove(visit);
  await scene.sync();
  await scene.passWindows();
  await google.changeEvent(ACCOUNT, visit.eventId, { status: "confirmed" }, scene.externalId);
  await scene.sync();
  await scene.passWindows();
  expect(await scene.current(visit)).toMatchObject({ status: "CONFIRMED", startsAt: atHour(10) });
  expect(await scene.told(visit)).toEqual(["cancelled", "confirmed"]);
});

test("a taken time is put back unless the provider wants it all the same: then it is an overbooking, audited", async () => {
  await scene.visitAt(atHour(11));
  const visit = await scene.visitAt(atHour(10));
  await scene.move(visit, atHour(11));
  await scene.sync();
  await scene.passWindows();
  expect(await scene.edits(visit)).toMatchObject([{ state: "PUT_BACK", refusal: "BUSY" }]);
  expect(await scene.current(visit)).toMatchObject({ startsAt: atHour(10) });
  expect(await scene.eventOf(visit)).toMatchObject({ status: "confirmed", startsAt: atHour(10).getTime() });
  expect(await scene.told(visit)).toEqual([]);

  await policy({ impossible: "MOVE_ANYWAY" });
  await scene.move(visit, atHour(11));
  await scene.sync();
  await scene.passWindows();
  expect(await scene.current(visit)).toMatchObject({ startsAt: atHour(11), isOverbook: true });
  const audits = await database.db.auditEntry.findMany({ where: { action: "booking.reschedule", providerId: scene.built.providerId } });
  expect(audits).toMatchObject([{ actorKind: "google", after: { isOverbook: true } }]);
});

test("who is asked answers, and until then nothing happens; who keeps ours finds the event back at once", async () => {
  await policy({ answer: "ASK_ME" });
  const visit = await scene.visitAt(atHour(10));
  await scene.move(visit, atHour(11));
  await scene.sync();
  await scene.passWindows();
  expect(await scene.edits(visit)).toMatchObject([{ state: "ASKED" }]);
  expect(await scene.current(visit)).toMatchObject({ startsAt: atHour(10) });
  expect(await database.db.message.findMany({ where: { providerId: scene.built.providerId } })).toMatchObject([{ template: "calendar-edit-question", recipient: "PROVIDER" }]);

  await database.db.calendarEditPolicy.update({ where: { providerId: scene.built.providerId }, data: { answer: "KEEP_OURS" } });
  const other = await scene.visitAt(atHour(13));
  await scene.move(other, atHour(14));
  await scene.sync();
  await scene.sync();
  expect(await scene.edits(other)).toMatchObject([{ state: "PUT_BACK", refusal: "KEEPS_OURS" }]);
  expect(await scene.eventOf(other)).toMatchObject({ status: "confirmed", startsAt: atHour(13).getTime() });
});

test("title, text and an answer of the attendee change nothing here; a decline is kept to be shown", async () => {
  const visit = await scene.visitAt(atHour(10));
  await google.changeEvent(ACCOUNT, visit.eventId, { summary: "Mara, bring the letter", description: "My own words", attendees: [{ email: "mara@example.test", responseStatus: "declined" }] }, scene.externalId);
  await scene.sync();
  await scene.move(visit, atHour(11));
  await scene.sync();
  await scene.passWindows();
  const event = (await google.events(ACCOUNT, scene.externalId)).find(({ id }) => id === visit.eventId);
  expect(event).toMatchObject({ summary: "Mara, bring the letter", description: "My own words" });
  expect(await database.db.calendarEventLink.findUniqueOrThrow({ where: { seriesId: visit.seriesId } })).toMatchObject({ isDeclined: true, state: "SYNCED" });
  expect(await scene.told(visit)).toEqual(["rescheduled"]);
});

test("an event that is no time for a visit is put back", async () => {
  const visit = await scene.visitAt(atHour(10));
  const [onDate, nextDate] = [7, 8].map((days) => atHour(10, days).toISOString().slice(0, 10));
  await google.changeEvent(ACCOUNT, visit.eventId, { start: { date: onDate, dateTime: null }, end: { date: nextDate, dateTime: null } }, scene.externalId);
  await scene.sync();
  await scene.passWindows();
  expect(await scene.edits(visit)).toMatchObject([{ kind: "UNUSABLE", state: "PUT_BACK", refusal: "NO_TIME" }]);
  expect(await scene.eventOf(visit)).toMatchObject({ status: "confirmed", startsAt: atHour(10).getTime() });
});

test.each([
  ["before it was done", {}],
  ["after it was done", { after: true }],
])("a connection that breaks %s, at the insert, the patch and the delete, leaves one event, then none, and no edit", async (_when, fault) => {
  const staff = actingAs(app, providerActor(scene.built));
  const breakNext = (method: string) => google.fault({ match: "/calendar/v3", method, times: 1, drop: true, ...fault });
  const settle = async () => {
    await runJobs(app, { retries: true });
    await scene.sync();
    await scene.passWindows();
  };
  const standing = async () => (await google.events(ACCOUNT, scene.externalId)).filter(({ status }) => status !== "cancelled").map(({ start }) => Date.parse(start.dateTime ?? ""));
  await breakNext("POST");
  const visit = await scene.visitAt(atHour(10), {}, { retries: true });
  await settle();
  expect(await standing()).toEqual([atHour(10).getTime()]);

  await breakNext("PATCH");
  await rescheduleBooking(staff, { reference: visit.reference, startsAt: atHour(12).toISOString() });
  await settle();
  expect(await standing()).toEqual([atHour(12).getTime()]);

  await breakNext("DELETE");
  await cancelBooking(staff, { reference: visit.reference, reason: "Test" });
  await settle();
  expect(await standing()).toEqual([]);
  expect(await scene.edits(visit)).toEqual([]);
  expect(await scene.told(visit)).toEqual(["rescheduled", "cancelled"]);
});

test("the answer to a question is carried out by who gave it; the other answer puts the event back", async () => {
  await policy({ answer: "ASK_ME" });
  const staff = actingAs(app, providerActor(scene.built));
  const asked = async (visit: { seriesId: string; eventId: string }, to: Date) => {
    await scene.move(visit, to);
    await scene.sync();
    await scene.passWindows();
    const edit = (await scene.edits(visit)).find(({ state }) => state === "ASKED");
    if (edit === undefined) throw new Error("nothing was asked");
    return edit.id;
  };
  const visit = await scene.visitAt(atHour(10));
  await answerCalendarEdit(staff, { editId: await asked(visit, atHour(11)), answer: "accept" });
  expect(await scene.current(visit)).toMatchObject({ startsAt: atHour(11) });
  expect(await database.db.auditEntry.findMany({ where: { action: "booking.reschedule", providerId: scene.built.providerId } })).toMatchObject([{ actorKind: "user" }]);
  await scene.sync();

  const editId = await asked(visit, atHour(13));
  await answerCalendarEdit(staff, { editId, answer: "put-back" });
  await scene.sync();
  expect(await scene.eventOf(visit)).toMatchObject({ status: "confirmed", startsAt: atHour(11).getTime() });
  expect(await scene.told(visit)).toEqual(["rescheduled"]);
  await expect(answerCalendarEdit(staff, { editId, answer: "accept" })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
});

test("a question about a visit that was changed meanwhile does not stay: either answer puts the event back, and a cancellation closes it", async () => {
  await policy({ answer: "ASK_ME" });
  const staff = actingAs(app, providerActor(scene.built));
  const visits = [await scene.visitAt(atHour(9)), await scene.visitAt(atHour(11))];
  for (const [index, answer] of (["accept", "put-back"] as const).entries()) {
    const visit = visits[index]!;
    const { id, startsAt } = await scene.current(visit);
    await scene.move(visit, atHour(13));
    await scene.sync();
    await scene.passWindows();
    await database.db.booking.update({ where: { id }, data: { status: "CHECKED_IN", version: { increment: 1 } } });
    const answering = answerCalendarEdit(staff, { editId: (await scene.edits(visit))[0]?.id ?? "", answer });
    if (answer === "accept") await expect(answering).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
    else await answering;
    await scene.sync();
    expect(await scene.edits(visit)).toMatchObject([{ state: "PUT_BACK", refusal: "LATER_CHANGE" }]);
    expect(await scene.eventOf(visit)).toMatchObject({ status: "confirmed", startsAt: startsAt.getTime() });
  }

  const deleted = await scene.visitAt(atHour(14));
  await scene.remove(deleted);
  await scene.sync();
  await scene.passWindows();
  expect(await scene.edits(deleted)).toMatchObject([{ state: "ASKED" }]);
  await cancelBooking(staff, { reference: deleted.reference, reason: "Test" });
  await scene.sync();
  expect(await scene.edits(deleted)).toEqual([]);
});

test("an event deleted just before the visit begins takes nobody's visit away: when the window has passed, it has begun", async () => {
  const visit = await scene.visitAt(atHour(10));
  await scene.remove(visit);
  await scene.sync();
  expect(await scene.edits(visit)).toMatchObject([{ state: "WAITING", kind: "CANCEL" }]);
  const { id } = await scene.current(visit);
  const began = new Date(Date.now() - 60_000);
  await database.db.booking.update({ where: { id }, data: { startsAt: began, blockedFrom: began, endsAt: new Date(began.getTime() + 1_800_000), blockedTo: new Date(began.getTime() + 1_800_000) } });
  await scene.passWindows();
  expect(await scene.current(visit)).toMatchObject({ id, status: "CONFIRMED" });
  expect(await scene.edits(visit)).toEqual([]);
  expect(await scene.told(visit)).toEqual([]);
  expect(await database.db.calendarEventLink.findUniqueOrThrow({ where: { seriesId: visit.seriesId } })).toMatchObject({ state: "REMOVED" });
});
