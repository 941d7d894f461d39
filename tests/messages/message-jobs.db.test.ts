import { Logger, runOnce, type TaskList } from "graphile-worker";
import { afterAll, beforeAll, expect, test } from "vitest";
import { announceChange } from "@/application/messages/announce-change";
import { bookingInvite } from "@/application/messages/booking-invite";
import { sendMessage } from "@/application/messages/send-message";
import { scheduleReminders } from "@/application/messages/reminders";
import { actingAs, type AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import { JOBS } from "@/jobs/registry";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { buildMessageScene } from "./message-scene";
import { recordingPorts } from "./recording-ports";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

/** Works off the queue as the worker does, until nothing is due. */
const workOff = (app: AppContext) => {
  const taskList: TaskList = Object.fromEntries(JOBS.map((job) => [job.name, (payload: unknown) => job.run(app, payload)]));
  return runOnce({ pgPool: database.pool, taskList, noPreparedStatements: true, logger: new Logger(() => () => undefined) });
};
/** A reminder two hours ahead is due in half a minute: less than a job may come early, and more than a busy machine takes to get there. */
const inTwoHours = () => new Date(Date.now() + 2 * 3_600_000 + 30_000);

test("a change announced in a transaction becomes messages when it commits, and none when it does not", async () => {
  const { ports, emails, texts } = recordingPorts();
  const scene = await buildMessageScene(database, { now: Date.now, ports, visit: { startsAt: inTwoHours() } });
  await expect(
    scene.app.db.$transaction(async (tx) => {
      await announceChange(tx, { ...scene.visit, startsAt: scene.visit.startsAt.getTime() }, "confirmed", { now: Date.now(), graceMs: 0 });
      throw new Error("rolled back");
    }),
  ).rejects.toThrow("rolled back");
  await workOff(scene.app);
  expect(emails).toEqual([]);
  await scene.app.db.$transaction((tx) => announceChange(tx, { ...scene.visit, startsAt: scene.visit.startsAt.getTime() }, "confirmed", { now: Date.now(), graceMs: 0 }));
  await workOff(scene.app);
  expect(emails.map(({ to }) => to.split("-")[0]).sort()).toEqual(["patient", "provider"]);
  expect(texts).toHaveLength(1);
});

test("a reminder whose time comes reaches the patient through the queue", async () => {
  const { ports, emails } = recordingPorts();
  const scene = await buildMessageScene(database, { now: Date.now, ports, visit: { startsAt: inTwoHours(), createdAt: new Date(Date.now() - 86_400_000), reminderMinutes: [120], channels: ["EMAIL"] } });
  await scene.app.db.$transaction((tx) => scheduleReminders(tx, scene.visit, Date.now()));
  await database.pool.query("SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) FROM graphile_worker.jobs WHERE key = $1", [`remind:${scene.visit.seriesId}:120`]);
  await workOff(scene.app);
  expect(emails).toMatchObject([{ subject: expect.stringMatching(/^Reminder: Dr Test/) }]);
});

test("a failing send stays in the queue with its error, and other messages are not kept waiting", async () => {
  const { ports, texts } = recordingPorts();
  const failing = { send: () => Promise.reject(new IntegrationError({ vendor: "sendgrid", operation: "mail.send", kind: "transient" })), findSent: async () => null, allowAgain: async () => undefined };
  const scene = await buildMessageScene(database, { now: Date.now, ports: { ...ports, email: failing }, visit: { startsAt: inTwoHours() } });
  await scene.app.db.$transaction((tx) => announceChange(tx, { ...scene.visit, startsAt: scene.visit.startsAt.getTime() }, "confirmed", { now: Date.now(), graceMs: 0 }));
  await workOff(scene.app);
  expect(texts).toHaveLength(1);
  const waiting = (await scene.messages()).filter(({ channel }) => channel === "EMAIL");
  expect(waiting).toMatchObject([{ state: "QUEUED", failure: "SendGrid could not be reached." }, { state: "QUEUED" }]);
  const { rows } = await database.pool.query("SELECT attempts, last_error FROM graphile_worker.jobs WHERE key = ANY($1)", [waiting.map(({ id }) => `send:${id}`)]);
  expect(rows).toMatchObject([{ attempts: 1, last_error: expect.stringContaining("sendgrid mail.send: transient") }, { attempts: 1 }]);
});

test("a message counts as sent when the vendor took it, however long that took; one found there afterwards, from the attempt that brought it there", async () => {
  const { ports } = recordingPorts();
  const startedAt = Date.now();
  let now = startedAt;
  const takes = (seconds: number) => {
    now += seconds * 1_000;
  };
  const slow = { ...ports.sms, sender: "+15005550006", send: async () => (takes(7), { vendorId: "slow" }), findSent: async () => (takes(2), { vendorId: "found" }) };
  const scene = await buildMessageScene(database, { now: () => now, ports: { ...ports, sms: slow }, visit: { startsAt: inTwoHours() } });
  const [slowly, lost] = [await scene.planOne("SMS"), await scene.planOne("SMS")];
  await sendMessage(scene.app, { messageId: slowly.id });
  const begunAt = new Date(now);
  await database.db.message.update({ where: { id: lost.id }, data: { state: "SENDING", attemptedAt: begunAt, failure: "The answer got lost; it is being looked up.", textDigests: ["x"] } });
  takes(60);
  await sendMessage(scene.app, { messageId: lost.id });
  const times = async (id: string) => database.db.message.findUniqueOrThrow({ where: { id }, select: { state: true, vendorId: true, sentAt: true } });
  expect(await times(slowly.id)).toEqual({ state: "SENT", vendorId: "slow", sentAt: new Date(startedAt + 7_000) });
  expect(await times(lost.id)).toEqual({ state: "SENT", vendorId: "found", sentAt: begunAt });
});

test("the calendar file of a booking is for its own people only", async () => {
  const scene = await buildMessageScene(database, { now: Date.now });
  const { seriesId } = scene.visit;
  const asBearer = actingAs(scene.app, { kind: "link", linkId: scene.visit.id, seriesId });
  const { ics, fileName } = await bookingInvite(asBearer, { seriesId });
  expect(fileName).toBe("appointment.ics");
  expect(ics).toContain("METHOD:PUBLISH");
  expect(ics).toContain(`UID:${seriesId}@medbookings`);
  const stranger = actingAs(scene.app, { kind: "link", linkId: scene.visit.id, seriesId: scene.visit.providerId });
  await expect(bookingInvite(stranger, { seriesId })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(bookingInvite(actingAs(scene.app, { kind: "guest", id: "x" }), { seriesId })).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
});
