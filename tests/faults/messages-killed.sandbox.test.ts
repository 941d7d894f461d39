import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newManageLink } from "@/application/booking/manage-link";
import { hashToken } from "@/platform/crypto";
import { buildProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import { proveNumber } from "@tests/support/builders/prove-number";
import { chanceFrom } from "@tests/support/chance-from";
import { eventually } from "@tests/support/eventually";
import { startTestStack, type TestStack } from "@tests/support/test-stack";
import { startKillingProxy, type Cut as CutAt, type KillingProxy } from "./killing-proxy";
import { letTimePass } from "./let-time-pass";

const MESSAGES = 1_000;
const RANDOM_KILLS = 6;
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
type VendorCall = `${"email" | "sms" | "whatsapp"} ${"send" | "lookup"}`;
type Cut = CutAt<VendorCall>;
const CHANNELS = ["EMAIL", "SMS", "WHATSAPP"] as const;

let stack: TestStack;
let proxy: KillingProxy<VendorCall>;
beforeAll(async () => {
  stack = await startTestStack({ accounts: [] });
  proxy = await startKillingProxy(stack.sandbox.origin, callOf);
});
afterAll(async () => {
  await stack.destroy();
  await proxy.close();
});

/** Each kind of call, before and after the vendor acted; a send that was cut leaves a lookup to the next worker. */
const EACH_CALL: readonly Cut[] = (["email", "sms", "whatsapp"] as const).flatMap((channel) =>
  (["send", "lookup"] as const).flatMap((act) => (["before", "after"] as const).map((moment): Cut => ({ call: `${channel} ${act}`, skip: act === "send" ? 3 : 0, moment }))),
);

test(`${MESSAGES} messages arrive once each although the worker is killed at every kind of vendor call and at random (KILL_SEED=${SEED})`, { timeout: 900_000 }, async () => {
  const chance = chanceFrom(SEED);
  const ids = await planMessages();
  const anywhere = Array.from({ length: RANDOM_KILLS }, (): Cut => ({ skip: Math.floor(chance() * 40), moment: chance() < 0.5 ? "before" : "after" }));
  const killedAt: VendorCall[] = [];
  for (const cut of [...EACH_CALL, ...anywhere]) killedAt.push(await killOneWorker(cut));
  expect(new Set(killedAt)).toEqual(new Set(EACH_CALL.map(({ call }) => call)));
  expect(await unsent()).toBeGreaterThan(0);

  startWorker();
  await eventually("every message to be sent", async () => (await unsent()) === 0, 240);
  const { messages } = await stack.inspect<{ messages: { clientReference: string }[] }>("GET", "/_sandbox/messages");
  const arrived = new Map<string, number>();
  for (const { clientReference } of messages) arrived.set(clientReference, (arrived.get(clientReference) ?? 0) + 1);
  expect({ lost: ids.filter((id) => !arrived.has(id)), twice: [...arrived].filter(([, times]) => times > 1) }).toEqual({ lost: [], twice: [] });
  expect(arrived.size).toBe(MESSAGES);
  expect(await stack.database.db.message.groupBy({ by: ["state"], _count: true })).toEqual([{ state: "SENT", _count: MESSAGES }]);
});

const startWorker = () => stack.startWorker({ TWILIO_API_BASE_URL: `${proxy.origin}/twilio`, SENDGRID_BASE_URL: `${proxy.origin}/sendgrid` });

async function killOneWorker(cut: Cut): Promise<VendorCall> {
  const worker = startWorker();
  const call = await proxy.killAt(cut, () => worker.kill("SIGKILL"));
  await once(worker, "exit");
  await letTimePass(stack, 60);
  return call;
}

const unsent = () => stack.database.db.message.count({ where: { state: { in: ["QUEUED", "SENDING"] } } });

/** Confirmations of as many visits as it takes, each on every channel, with a job each. */
async function planMessages(): Promise<string[]> {
  const { db, pool } = stack.database;
  const built = await buildProvider(db);
  const first = Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 5 * 86_400_000;
  const { id: _id, seriesId: _series, patientId: _patient, reference: _reference, ...visit } = await buildVisit(db, built, { startsAt: new Date(first), channels: [...CHANNELS] });
  await db.booking.deleteMany();
  const app = stack.container.contextFor({ kind: "system", job: "test" }, "test");
  const visits = await Promise.all(Array.from({ length: Math.ceil(MESSAGES / CHANNELS.length) }, async (_, index) => {
    const id = uuidv7();
    const [startsAt, endsAt] = [new Date(first + index * 3_600_000), new Date(first + index * 3_600_000 + 1_800_000)];
    const { token, ciphertext, id: linkId } = await newManageLink(app);
    return {
      patient: { id: uuidv7(), providerId: built.providerId, name: `Guest ${index}`, email: `guest-${index}@mail.example`, phone: `+4915155${500_000 + index}`, timeZone: "Europe/Berlin", channels: [...CHANNELS] },
      booking: { ...visit, id, seriesId: id, reference: id.slice(-8).toUpperCase(), startsAt, endsAt, blockedFrom: startsAt, blockedTo: endsAt },
      link: { id: linkId, seriesId: id, tokenHash: hashToken(token), tokenCiphertext: ciphertext, scope: "manage", expiresAt: endsAt },
    };
  }));
  await db.patient.createMany({ data: visits.map(({ patient }) => patient) });
  await db.booking.createMany({ data: visits.map(({ booking, patient }) => ({ ...booking, patientId: patient.id })) });
  await Promise.all(visits.map(({ booking, patient }) => proveNumber(db, { seriesId: booking.seriesId, phone: patient.phone })));
  await db.bookingLink.createMany({ data: visits.map(({ link }) => link) });
  const messages = visits
    .flatMap(({ booking, patient }) => CHANNELS.map((channel) => ({ id: uuidv7(), bookingId: booking.id, providerId: built.providerId, recipient: "PATIENT" as const, channel, address: channel === "EMAIL" ? patient.email : patient.phone, template: "booking-confirmed" })))
    .slice(0, MESSAGES)
    .map((message) => ({ ...message, dedupeKey: message.id, createdAt: new Date() }));
  await db.message.createMany({ data: messages });
  const ids = messages.map(({ id }) => id);
  await pool.query("SELECT graphile_worker.add_job('messages.send', json_build_object('messageId', id), NULL, NULL, 300, 'send:' || id) FROM unnest($1::text[]) AS id", [ids]);
  return ids;
}

function callOf({ method, url = "" }: IncomingMessage, body: string): VendorCall | null {
  const act = method === "POST" ? "send" : "lookup";
  if (url.includes("/sendgrid/")) return `email ${act}`;
  if (!url.includes("Messages.json")) return null;
  const to = (method === "POST" ? new URLSearchParams(body) : new URL(url, "http://localhost").searchParams).get("To") ?? "";
  return `${to.startsWith("whatsapp:") ? "whatsapp" : "sms"} ${act}`;
}
