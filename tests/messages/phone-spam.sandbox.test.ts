import { afterAll, beforeAll, expect, test } from "vitest";
import { MOST_BY_STRANGERS } from "@/domain/phones/decide-phone-code";
import { buildProvider } from "@tests/support/builders/build-provider";
import { slot } from "./open-phones";
import { codeIn, MOST_CODES, phoneScene } from "./phone-scene";
import { startVendorWebhooks, type VendorWebhooks } from "./vendor-webhooks";

const NOW = Date.UTC(2026, 10, 23, 8);

let vendors: VendorWebhooks;
let now = NOW;
beforeAll(async () => {
  vendors = await startVendorWebhooks({ keepsBack: true });
});
afterAll(() => vendors.close());

/** What the carrier delivered to a number. */
const ledger = async (phone: string): Promise<string[]> => (await vendors.sandbox.call("GET", `/_sandbox/messages?to=${encodeURIComponent(phone)}`)).body.messages.map(({ text }: { text: string }) => text);

const scene = () => phoneScene(vendors.database, { ports: vendors.ports, now: () => now });

test("a stranger who books twenty times with somebody else's number has three codes sent there, and nothing else", async () => {
  const { book, work } = scene();
  const victim = "+4915155700001";
  const providers = await Promise.all(Array.from({ length: 4 }, () => buildProvider(vendors.database.db)));
  for (let n = 0; n < 20; n += 1) {
    const built = providers[n % 4];
    if (built === undefined) throw new Error("no provider");
    const { tell } = await book(built, { startsAt: slot(Math.floor(n / 4) * 2), actor: { kind: "guest", id: `stranger-${n}` }, phone: victim, name: `Stranger ${n}`, channels: ["SMS", "WHATSAPP"] });
    await tell();
    await work();
    // Over three hours, so that no limit of an hour helps.
    now += 9 * 60_000;
  }
  const got = await ledger(victim);
  expect(got).toHaveLength(MOST_BY_STRANGERS);
  for (const text of got) expect(text).toMatch(/^\d{6} is your code .* STOP/);
  expect(await vendors.database.db.message.count({ where: { address: victim, template: { not: "phone-code" }, state: { not: "SKIPPED" } } })).toBe(0);
});

test("one who tries many numbers from one place has ten codes an hour sent, one number each", async () => {
  now = NOW;
  const { book, work } = scene();
  const built = await buildProvider(vendors.database.db);
  const victims = Array.from({ length: 12 }, (_, n) => `+49151557100${String(n).padStart(2, "0")}`);
  for (const [n, phone] of victims.entries()) await (await book(built, { startsAt: slot(n), actor: { kind: "guest", id: "one-place" }, phone, email: `many-${n}@example.test` })).tell();
  await work();
  const got = (await Promise.all(victims.map(ledger))).flat();
  expect(got).toHaveLength(MOST_CODES);
  for (const text of got) expect(codeIn(text)).not.toBe("");
});
