import { runOnce } from "graphile-worker";
import { expect, test } from "vitest";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import { openGoogle } from "@tests/support/google/open-google";
import { testContext } from "@tests/support/test-context";
import type { Actor } from "@/application/shared/actor";
import { enqueue } from "@/application/shared/enqueue";
import { createLogger } from "@/platform/logger";
import { queueLogger, taskList } from "@/server/worker/task-list";
import { calendarQueue } from "./calendar-queue";
import { requestCalendarUpdate } from "./request-calendar-update";

const ACCOUNT = "amara.okafor@example.com";
const { database, google } = await openGoogle({}, { timeoutMs: 30_000 });

test("one provider's reads and writes go one after another through eight workers, two providers' at the same time", async () => {
  const underWay = new Map<string, number>();
  const [mostOfOne, mostOfAll] = [new Map<string, number>(), { calls: 0 }];
  /** Notes how many calls of a calendar, and of all, are under way with this one. */
  const noting = <A extends [string, string, ...unknown[]], R>(call: (...args: A) => Promise<R>) => async (...args: A): Promise<R> => {
    const [, calendar] = args;
    underWay.set(calendar, (underWay.get(calendar) ?? 0) + 1);
    mostOfOne.set(calendar, Math.max(mostOfOne.get(calendar) ?? 0, underWay.get(calendar) ?? 0));
    mostOfAll.calls = Math.max(mostOfAll.calls, [...underWay.values()].reduce((sum, calls) => sum + calls, 0));
    return call(...args).finally(() => underWay.set(calendar, (underWay.get(calendar) ?? 1) - 1));
  };
  const { calendar } = google.ports;
  const ports = { ...google.ports, calendar: { ...calendar, listEvents: noting(calendar.listEvents), insertEvent: noting(calendar.insertEvent) } };
  const contextFor = (actor: Actor) => testContext(database, { actor, now: () => Date.now(), ports });
  for (let i = 0; i < 2; i += 1) {
    const built = await buildProvider(database.db);
    const { calendarId } = await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(ACCOUNT)), calendar: { externalId: await google.addCalendar(ACCOUNT, "Practice") } });
    for (let hour = 0; hour < 4; hour += 1) {
      const visit = await buildVisit(database.db, built, { mode: "IN_PERSON", startsAt: new Date(Date.now() + (24 + hour) * 3_600_000) });
      await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit));
      await database.db.$transaction((tx) => enqueue(tx, "calendar.sync", { calendarId }, { queue: calendarQueue(built.providerId) }));
    }
  }
  await google.fault({ match: "/events", delayMs: 150 });
  const isDone = async () => (await database.db.calendarEventLink.count({ where: { state: "PENDING" } })) === 0;
  // Workers of one run may pass by a queue that another just looks at, so a run can end before its work does.
  do await runOnce({ pgPool: database.pool, noHandleSignals: true, concurrency: 8, taskList: taskList({ contextFor }), logger: queueLogger({ log: createLogger("silent", "test") }) });
  while (!(await isDone()));
  expect([...mostOfOne.values()]).toEqual([1, 1]);
  expect(mostOfAll.calls).toBe(2);
});
