import { runOnce } from "graphile-worker";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scheduleReminders } from "@/application/messages/reminders";
import { capBackoff } from "@/application/shared/cap-backoff";
import { createLogger } from "@/platform/logger";
import { queueLogger, taskList } from "@/server/worker/task-list";
import { testContext } from "@tests/support/test-context";
import { buildMessageScene } from "./message-scene";
import { startVendorWebhooks, type VendorWebhooks } from "./vendor-webhooks";

const MINUTE_MS = 60_000;
let vendors: VendorWebhooks;
beforeAll(async () => {
  // The carrier's reports are kept back: only asking it can tell what went out.
  vendors = await startVendorWebhooks({ keepsBack: true });
});
afterAll(() => vendors.close());

/** How far the test's time is ahead of the machine's. */
let ahead = 0;
const now = () => Date.now() + ahead;
/** Where it is noon now, so that no reminder waits for a night to pass. */
const noonZone = () => {
  const offset = 12 - new Date().getUTCHours();
  return offset === 0 ? "UTC" : `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
};

async function pass(ms: number): Promise<void> {
  ahead += ms;
  await vendors.database.pool.query("UPDATE graphile_worker._private_jobs SET run_at = run_at - make_interval(secs => $1)", [ms / 1_000]);
}

async function work(): Promise<void> {
  const log = createLogger("silent", "test");
  const contextFor = (actor: Parameters<typeof testContext>[1]["actor"]) => testContext(vendors.database, { actor, now, ports: vendors.ports, publicOrigin: vendors.origin });
  await runOnce({ pgPool: vendors.database.pool, noHandleSignals: true, taskList: taskList({ contextFor }), logger: queueLogger({ log }) });
  await capBackoff(contextFor({ kind: "system", job: "sweep" }));
}

/** A visit whose one reminder is due in less than a minute, which is as good as now. */
async function dueSoon(minutesBefore: number) {
  const startsAt = new Date(now() + minutesBefore * MINUTE_MS + 50_000);
  const scene = await buildMessageScene(vendors.database, { ports: vendors.ports, now, visit: { startsAt, createdAt: new Date(now() - 3 * 86_400_000), reminderMinutes: [minutesBefore], channels: ["SMS"], patientTimeZone: noonZone() } });
  await scene.app.db.$transaction((tx) => scheduleReminders(tx, scene.visit, now()));
  await vendors.database.pool.query("UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key = $1", [`remind:${scene.visit.seriesId}:${minutesBefore}`]);
  return scene;
}
const fault = (body: object) => vendors.sandbox.call("POST", "/_sandbox/faults", { vendor: "twilio", ...body });
const texts = async (phone: string | null) => (await vendors.sandbox.call("GET", `/_sandbox/messages?to=${encodeURIComponent(phone ?? "")}`)).body.messages;

test("after an hour without Twilio, reminders go out once each while they are of use; the others are kept as expired and say why", async () => {
  const taken = await dueSoon(180);
  await fault({ method: "POST", drop: true, after: true, times: 1 });
  await work();
  expect(await texts(taken.patient.phone)).toHaveLength(1);
  expect(await taken.messages()).toMatchObject([{ state: "SENDING", vendorId: null }]);

  await fault({ status: 503 });
  const [useful, useless] = [await dueSoon(120), await dueSoon(60)];
  for (let minute = 0; minute < 60; minute += 5) {
    await pass(5 * MINUTE_MS);
    await work();
  }
  for (const { messages, patient } of [useful, useless]) {
    expect(await texts(patient.phone)).toEqual([]);
    expect((await messages())[0]).toMatchObject({ attempts: expect.any(Number) });
    expect((await messages())[0]?.attempts).toBeGreaterThan(3);
  }

  await vendors.sandbox.call("DELETE", "/_sandbox/faults");
  for (let minute = 0; minute < 15; minute += 5) {
    await pass(5 * MINUTE_MS);
    await work();
  }
  expect(await useful.messages()).toMatchObject([{ state: "SENT", template: "reminder-120" }]);
  expect(await useless.messages()).toMatchObject([{ state: "EXPIRED", failure: expect.stringContaining("It could only have gone out after it was of use."), sentAt: null }]);
  expect(await taken.messages()).toMatchObject([{ state: "SENT", vendorId: expect.stringMatching(/^SM/) }]);
  expect([await texts(useful.patient.phone), await texts(useless.patient.phone), await texts(taken.patient.phone)].map(({ length }) => length)).toEqual([1, 0, 1]);
});
