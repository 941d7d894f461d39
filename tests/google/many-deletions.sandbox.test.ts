import { beforeEach, expect, test } from "vitest";
import { openGoogle } from "@tests/support/google/open-google";
import { testContext } from "@tests/support/test-context";
import { personActor, providerActor } from "@tests/support/booking-requests";
import { answerCalendarEdits } from "@/application/calendar-edits/answer-calendar-edits";
import { listCalendarEdits } from "@/application/calendar-edits/list-calendar-edits";
import { loadDeletionsQuestion } from "@/application/messages/notices/load-deletions-question";
import { actingAs } from "@/application/shared/context";
import { atHour, editScene, type EditScene } from "./edit-scene";

let scene: EditScene;
const { database, google } = await openGoogle();
const app = testContext(database, { actor: { kind: "system", job: "test" }, now: () => Date.now(), ports: google.ports });
beforeEach(async () => {
  scene = await editScene(database, google, app);
});

type Visit = Awaited<ReturnType<EditScene["visitAt"]>>;

async function visits(count: number): Promise<Visit[]> {
  const made: Visit[] = [];
  for (let index = 0; index < count; index += 1) made.push(await scene.visitAt(atHour(9 + (index % 3), 7 + 7 * Math.floor(index / 3))));
  return made;
}

const statuses = (some: readonly Visit[]) => Promise.all(some.map(async (visit) => (await scene.current(visit)).status));
const letters = () => database.db.message.findMany({ where: { providerId: scene.built.providerId }, select: { template: true } });
const asProvider = () => actingAs(app, providerActor(scene.built));

test("five deletions at once are followed", async () => {
  const some = await visits(5);
  for (const visit of some) await scene.remove(visit);
  await scene.sync();
  await scene.passWindows();
  expect(await statuses(some)).toEqual(Array(5).fill("CANCELLED"));
});

test("a cleared calendar cancels nobody: one letter asks, and one answer puts everything back", async () => {
  const some = await visits(7);
  // Over several reads: a push for some of them, another for the rest.
  for (const visit of some.slice(0, 3)) await scene.remove(visit);
  await scene.sync();
  for (const visit of some.slice(3)) await scene.remove(visit);
  await scene.sync();
  expect((await listCalendarEdits(asProvider(), undefined)).every(({ asksFirst, isOneOfMany }) => asksFirst && isOneOfMany)).toBe(true);
  await scene.passWindows();
  expect(await statuses(some)).toEqual(Array(7).fill("CONFIRMED"));
  for (const visit of some) expect(await scene.told(visit)).toEqual([]);
  expect(await letters()).toEqual([{ template: "calendar-deletions-question" }]);
  expect(await database.db.$transaction((tx) => loadDeletionsQuestion(tx, scene.built))).toMatchObject({ notice: { facts: { visits: 7 } }, path: "/provider/bookings" });

  const open = await listCalendarEdits(asProvider(), undefined);
  expect(open.filter(({ isOneOfMany }) => isOneOfMany)).toHaveLength(7);
  const editIds = open.map(({ id }) => id);
  expect(await answerCalendarEdits(asProvider(), { editIds, answer: "put-back" })).toEqual({ answered: 7 });
  expect(await answerCalendarEdits(asProvider(), { editIds, answer: "accept" })).toEqual({ answered: 0 });
  await scene.sync();
  await scene.sync();
  expect(await statuses(some)).toEqual(Array(7).fill("CONFIRMED"));
  for (const visit of some) expect((await scene.eventOf(visit)).status).toBe("confirmed");
  expect(await database.db.$transaction((tx) => loadDeletionsQuestion(tx, scene.built))).toBe("The question was answered meanwhile.");
});

test("who did mean it cancels all of them at once, and each patient is told", async () => {
  const some = await visits(6);
  for (const visit of some) await scene.remove(visit);
  await scene.sync();
  await scene.passWindows();
  const editIds = (await listCalendarEdits(asProvider(), undefined)).map(({ id }) => id);
  const stranger = actingAs(app, personActor(crypto.randomUUID()));
  await expect(answerCalendarEdits(stranger, { editIds, answer: "accept" })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  expect(await answerCalendarEdits(asProvider(), { editIds, answer: "accept" })).toEqual({ answered: 6 });
  expect(await statuses(some)).toEqual(Array(6).fill("CANCELLED"));
  for (const visit of some) expect(await scene.told(visit)).toEqual(["cancelled"]);
});

test("the brake holds the rest when one is put back and one moved before their windows pass", async () => {
  const some = await visits(6);
  for (const visit of some) await scene.remove(visit);
  await scene.sync();
  const [answered, moved, ...rest] = some as [Visit, Visit, ...Visit[]];
  const editId = (await scene.edits(answered))[0]?.id ?? "";
  await answerCalendarEdits(asProvider(), { editIds: [editId], answer: "put-back" });
  await scene.move(moved, atHour(15));
  await scene.sync();
  await scene.passWindows();
  expect(await statuses(some)).toEqual(Array(6).fill("CONFIRMED"));
  for (const visit of rest) expect(await scene.edits(visit)).toMatchObject([{ state: "ASKED", refusal: "MANY_DELETED" }]);
});

test("an answer that comes after a visit has begun cancels nothing and tells nobody; its event stays away", async () => {
  const visit = await scene.visitAt(atHour(9));
  await database.db.calendarEditPolicy.create({ data: { providerId: scene.built.providerId, answer: "ASK_ME" } });
  await scene.remove(visit);
  await scene.sync();
  await scene.passWindows();
  const [edit] = await scene.edits(visit);
  const later = { ...asProvider(), clock: { now: () => atHour(9).getTime() + 60_000 } };
  expect(await answerCalendarEdits(later, { editIds: [edit?.id ?? ""], answer: "accept" })).toEqual({ answered: 0 });
  expect(await scene.current(visit)).toMatchObject({ status: "CONFIRMED" });
  expect([await scene.edits(visit), await scene.told(visit), (await scene.eventOf(visit)).status]).toEqual([[], [], "cancelled"]);
});
