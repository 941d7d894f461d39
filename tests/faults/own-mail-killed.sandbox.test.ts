import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MAIL_SCOPE } from "@/application/own-mail/mail-scope";
import { buildMessageScene } from "@tests/messages/message-scene";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { eventually } from "@tests/support/eventually";
import { startTestStack, type TestStack } from "@tests/support/test-stack";
import { startKillingProxy, type Cut as CutAt, type KillingProxy } from "./killing-proxy";
import { letTimePass } from "./let-time-pass";

const ACCOUNT = { email: "own@clinic.example", name: "Own", timeZone: "Europe/Berlin" };
const MAILS = 4;
type GmailCall = "open" | "hand over" | "ask";
type Cut = CutAt<GmailCall>;

let stack: TestStack;
let proxy: KillingProxy<GmailCall>;
beforeAll(async () => {
  stack = await startTestStack({ accounts: [ACCOUNT] });
  proxy = await startKillingProxy(stack.sandbox.origin, callOf);
});
afterAll(async () => {
  await stack.destroy();
  await proxy.close();
});

/** docs/adr/0016: a place is opened, the mail is handed over there, and the place can be asked. */
function callOf({ method, url = "", headers }: IncomingMessage): GmailCall | null {
  if (!url.includes("/gmail/v1/")) return null;
  if (method === "POST") return "open";
  return headers["content-range"]?.startsWith("bytes */") ? "ask" : "hand over";
}

/** In this order no mail is left to SendGrid, which gets what was tried in vain four times. What was cut at its handing over is asked for by the next worker. */
const CUTS: readonly Cut[] = [
  { call: "open", skip: 0, moment: "before" },
  { call: "open", skip: 0, moment: "after" },
  { call: "hand over", skip: 1, moment: "before" },
  { call: "ask", skip: 0, moment: "before" },
  { call: "hand over", skip: 0, moment: "after" },
  { call: "ask", skip: 0, moment: "after" },
];

test(`${MAILS} mails from the provider's own address arrive once each although the worker is killed before and after every kind of call to Gmail`, { timeout: 180_000 }, async () => {
  const ids = await planMails();
  const env = { GOOGLE_API_ROOT_URL: proxy.origin, WORKER_CONCURRENCY: "1" };
  let next = stack.standByWorker(env);
  for (const cut of CUTS) {
    const worker = next;
    let killedAt: GmailCall | undefined;
    void proxy.killAt(cut, () => worker.kill("SIGKILL")).then((call) => (killedAt = call));
    worker.stdin.end();
    next = stack.standByWorker(env);
    await eventually(`a worker to be killed ${cut.moment} it could ${cut.call}`, () => killedAt, 20);
    if (worker.signalCode === null) await once(worker, "exit");
    await letTimePass(stack, 60);
  }
  expect(await unsent()).toBeGreaterThan(1);
  next.stdin.end();
  await eventually("every mail to be sent", async () => (await unsent()) === 0, 60);

  const { messages } = await stack.inspect<{ messages: { vendor: string; clientReference: string }[] }>("GET", "/_sandbox/messages");
  expect(messages.map(({ vendor, clientReference }) => `${vendor} ${clientReference}`).sort()).toEqual(ids.map((id) => `gmail ${id}`).sort());
  const rows = await stack.database.db.message.findMany({ select: { id: true, state: true, sender: true, vendorId: true, senderNote: true, uploadCiphertext: true } });
  for (const row of rows) expect(row).toMatchObject({ state: "SENT", sender: "GMAIL", vendorId: expect.stringMatching(/./), senderNote: null, uploadCiphertext: null });
  expect(rows).toHaveLength(MAILS);
});

const unsent = () => stack.database.db.message.count({ where: { state: { in: ["QUEUED", "SENDING"] } } });

async function planMails(): Promise<string[]> {
  const { db, pool } = stack.database;
  const scene = await buildMessageScene(stack.database, { now: Date.now, visit: { startsAt: new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 5 * 86_400_000), channels: ["EMAIL"] }, phone: null });
  const { providerId } = scene.built;
  const tokens = await stack.inspect<{ accessToken: string; refreshToken: string }>("POST", "/_sandbox/google/grants", { account: ACCOUNT.email, scopes: [MAIL_SCOPE] });
  const { connectionId } = await buildCalendarConnection(db, providerId, { ...tokens, connection: { accountEmail: ACCOUNT.email, scopes: [MAIL_SCOPE] }, calendar: { receivesBookings: false, readsBusy: false } });
  await db.ownMail.create({ data: { providerId, connectionId, turnedOnAt: new Date() } });
  const ids: string[] = [];
  for (let mail = 0; mail < MAILS; mail += 1) ids.push((await scene.planOne("EMAIL")).id);
  await pool.query("SELECT graphile_worker.add_job('messages.send', json_build_object('messageId', id), NULL, NULL, 300, 'send:' || id) FROM unnest($1::text[]) AS id", [ids]);
  return ids;
}
