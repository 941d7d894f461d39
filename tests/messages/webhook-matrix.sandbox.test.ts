import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "@sandbox/testing/eventually";
import { sendMessage } from "@/application/messages/send-message";
import { forgeries } from "./forge-post";
import { buildMessageScene } from "./message-scene";
import { OUR_NUMBER, startVendorWebhooks, type Post, type VendorWebhooks } from "./vendor-webhooks";

let vendors: VendorWebhooks;
/** Posts that nobody has handled yet, by what they tell. */
let status: Post[];
let inbound: Post[];
let events: Post[];
let ids: { sms: string; email: string };

beforeAll(async () => {
  vendors = await startVendorWebhooks({ keepsBack: true });
  const { planOne, app } = await buildMessageScene(vendors.database, { ports: vendors.ports, now: Date.now, visit: { startsAt: new Date(Date.now() + 3 * 86_400_000) } });
  const [sms, email] = [await planOne("SMS"), await planOne("EMAIL")];
  for (const { id } of [sms, email]) await sendMessage(app, { messageId: id });
  for (const body of ["Is there parking?", "And a lift?"]) await vendors.sandbox.call("POST", "/_sandbox/inbound", { channel: "sms", from: "+15551234567", to: OUR_NUMBER, body });
  const kept = (part: string) => vendors.received.filter(({ path, body }) => `${path}#${body}`.includes(part));
  ids = { sms: sms.id, email: email.id };
  [status, inbound, events] = await eventually("all posts", () => {
    const found: [Post[], Post[], Post[]] = [kept(`ref=${sms.id}`), kept("SmsStatus=received"), kept(email.id)];
    return found.every(({ length }) => length === 2) && found;
  });
});
afterAll(() => vendors.close());

/** Everything a post could change. */
async function everything(): Promise<string> {
  const { rows } = await vendors.database.pool.query<{ all: unknown }>(`SELECT json_build_object(
    'events', (SELECT count(*) FROM webhook_event), 'texts', (SELECT count(*) FROM inbound_message), 'conversations', (SELECT count(*) FROM conversation), 'jobs', (SELECT count(*) FROM graphile_worker._private_jobs),
    'messages', (SELECT json_agg(m ORDER BY m.id) FROM message m), 'consents', (SELECT count(*) FROM text_consent), 'audit', (SELECT count(*) FROM audit_entry)) AS all`);
  return JSON.stringify(rows[0]?.all);
}
const first = (posts: readonly Post[]): Post => {
  const [post] = posts;
  if (post === undefined) throw new Error("no such post");
  return post;
};
const KINDS = [["Twilio's status", () => status], ["a text", () => inbound], ["SendGrid's events", () => events]] as const;

test.each(KINDS)("%s: whatever is not signed exactly so is refused and changes nothing", async (_, kind) => {
  const [genuine, other] = kind();
  if (!genuine || !other) throw new Error("two posts are needed");
  const before = await everything();
  const answers = await Promise.all(Object.entries(forgeries(genuine, other, vendors.origin)).map(async ([name, post]) => [name, (await vendors.deliver(post)).status] as const));
  expect(answers.filter(([, answer]) => answer !== 403)).toEqual([]);
  expect(answers.length).toBeGreaterThanOrEqual(22);
  expect(await everything()).toBe(before);
});

test.each(KINDS)("%s: 50 MB are refused after a megabyte, announced or not, and change nothing", async (_, kind) => {
  const { path, headers } = first(kind());
  const before = await everything();
  const chunk = new Uint8Array(64 * 1024).fill(120);
  for (const announced of [true, false]) {
    let left = (50 * 1024 * 1024) / chunk.length;
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (left === 0) return controller.close();
        left -= 1;
        pulled += chunk.length;
        controller.enqueue(chunk);
      },
    });
    const length: Record<string, string> = announced ? { "content-length": String(50 * 1024 * 1024) } : {};
    const { "content-length": _own, ...rest } = headers;
    const request = new Request(`${vendors.origin}${path}`, { method: "POST", headers: { ...rest, ...length }, body, duplex: "half" } as RequestInit);
    expect((await vendors.handle(path, request)).status).toBe(413);
    expect(pulled).toBeLessThan(1_300_000);
  }
  expect(await everything()).toBe(before);
});

test.each(KINDS)("%s: fifty genuine posts at once count once, and so do those that come later, even after it was forgotten", async (_, kind) => {
  const count = async () => ({ events: await vendors.database.db.webhookEvent.count(), texts: await vendors.database.db.inboundMessage.count() });
  const before = await count();
  const genuine = first(kind());
  const answers = await Promise.all(Array.from({ length: 50 }, () => vendors.deliver(genuine)));
  expect(new Set(answers.map((answer) => answer.ok))).toEqual(new Set([true]));
  const after = await everything();
  expect(await count()).toEqual({ events: before.events + 1, texts: before.texts + (kind() === inbound ? 1 : 0) });
  expect((await vendors.deliver(genuine)).ok).toBe(true);
  expect(await everything()).toBe(after);
  await vendors.database.db.webhookEvent.deleteMany();
  expect((await vendors.deliver(genuine)).ok).toBe(true);
  const { events: _events, ...kept } = JSON.parse(after) as Record<string, unknown>;
  expect(JSON.parse(await everything())).toMatchObject(kept);
});

test("in any order and as often as they like, the reports lead to the same end", async () => {
  for (const { id, posts } of [{ id: ids.sms, posts: status }, { id: ids.email, posts: events }]) {
    for (const order of [posts, [...posts].reverse(), [...posts, ...posts].reverse()]) {
      await vendors.database.db.webhookEvent.deleteMany();
      await vendors.database.db.message.update({ where: { id }, data: { state: "SENT", deliveredAt: null } });
      for (const post of order) expect((await vendors.deliver(post)).ok).toBe(true);
      expect(await vendors.database.db.message.findUnique({ where: { id } })).toMatchObject({ state: "DELIVERED", deliveredAt: expect.any(Date), failure: null });
    }
  }
});
