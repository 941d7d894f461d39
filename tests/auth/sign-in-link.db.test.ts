import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { POST as press } from "@/app/api/sign-in/link/route";
import { findLinkEmail } from "@/application/sign-in/find-link-email";
import { redeemSignInLink } from "@/application/sign-in/redeem-sign-in-link";
import { requestSignInLink } from "@/application/sign-in/request-sign-in-link";
import { sendSignInLink } from "@/application/sign-in/send-sign-in-link";
import { RequestSignInLinkInput } from "@/application/sign-in/sign-in-schemas";
import { can } from "@/application/shared/authorize";
import { actingAs } from "@/application/shared/context";
import { hashToken } from "@/platform/crypto";
import { actorOf } from "@/server/auth/actor-of";
import { getContainer } from "@/server/container";
import { recordingPorts } from "@tests/messages/recording-ports";
import { buildProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { TEST_ENCRYPTION_KEYS, testContext } from "@tests/support/test-context";

const ORIGIN = "https://clinic.example";
const MINUTE = 60_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const env = { DATABASE_URL: database.url, PUBLIC_ORIGIN: ORIGIN, AUTH_SECRET: "s".repeat(32), ENCRYPTION_KEYS: TEST_ENCRYPTION_KEYS, LOG_LEVEL: "silent" };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
});
afterAll(async () => {
  await getContainer().close();
  await database.destroy();
  vi.unstubAllEnvs();
});

let guests = 0;
/** A patient who booked as a guest, and the verbs as their browser and the worker call them. */
async function scene(options: { email?: string; ports?: ReturnType<typeof recordingPorts> } = {}) {
  const built = await buildProvider(database.db);
  const visit = await buildVisit(database.db, built);
  const patient = await database.db.patient.findUniqueOrThrow({ where: { id: visit.patientId ?? "" } });
  const email = options.email ?? patient.email ?? "";
  const recording = options.ports ?? recordingPorts();
  let now = Date.now();
  const guest = testContext(database, { actor: { kind: "guest", id: `guest-${(guests += 1)}` }, now: () => now, ports: recording.ports, publicOrigin: ORIGIN });
  const system = actingAs(guest, { kind: "system", job: "sign-in.send-link" });
  const ask = (returnTo = "/my/bookings") => requestSignInLink(guest, { email, returnTo });
  const links = () => database.db.signInLink.findMany({ where: { email }, orderBy: { requestedAt: "asc" } });
  const sendAll = async () => {
    for (const { id } of await links()) await sendSignInLink(system, { linkId: id });
  };
  return {
    built, patient, email, guest, system, ask, links, sendAll, emails: recording.emails,
    pass: (ms: number) => void (now += ms),
    async token() {
      await ask();
      await sendAll();
      return tokenIn(recording.emails.at(-1)?.text);
    },
    redeem: (token: string, previousSession: string | null = null) => redeemSignInLink(guest, { token, previousSession }),
  };
}

const tokenIn = (text: string | undefined) => /\/sign-in\/link\/([\w-]{43})/.exec(text ?? "")?.[1] ?? "";

test("a guest patient is sent a link that signs them in once and brings their visits along", async () => {
  const { redeem, token, patient, email, links, emails } = await scene();
  const secret = await token();
  expect(emails).toHaveLength(1);
  expect(emails[0]).toMatchObject({ to: email, subject: "Your link to sign in" });
  const [link] = await links();
  expect(link).toMatchObject({ tokenHash: hashToken(secret), tokenCiphertext: null });
  expect(JSON.stringify(link)).not.toContain(secret);
  const signedIn = await redeem(secret);
  const session = await database.db.session.findUniqueOrThrow({ where: { sessionToken: signedIn.sessionToken }, select: { user: true } });
  expect(session.user).toMatchObject({ email, emailVerified: expect.any(Date), isAdministrator: false });
  expect(await database.db.patient.findUniqueOrThrow({ where: { id: patient.id } })).toMatchObject({ userId: session.user.id });
  expect(await database.db.auditEntry.findFirst({ where: { action: "user.sign-in-by-link", subjectId: session.user.id } })).toMatchObject({ actorKind: "guest", after: { isNew: true, claimed: 1 } });
  await expect(redeem(secret)).rejects.toMatchObject({ code: "LINK_INVALID" });
});

test("pressed twice at once it signs in once; after a quarter of an hour, or guessed, not at all", async () => {
  const { redeem, token, pass } = await scene();
  const secret = await token();
  const outcomes = await Promise.allSettled([redeem(secret), redeem(secret)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const late = await token();
  pass(15 * MINUTE);
  await expect(redeem(late)).rejects.toMatchObject({ code: "LINK_INVALID" });
  await expect(redeem("x".repeat(43))).rejects.toMatchObject({ code: "LINK_INVALID" });
});

test("a known user is signed in as themselves, and whoever was signed in there before is not any more", async () => {
  const { redeem, token, email } = await scene();
  const user = await database.db.user.create({ data: { email: email.toUpperCase() } });
  const other = await database.db.user.create({ data: { email: `other-${email}`, sessions: { create: { sessionToken: `before-${email}`, expires: new Date(Date.now() + MINUTE) } } } });
  const { sessionToken } = await redeem(await token(), `before-${email}`);
  expect(await database.db.session.findUniqueOrThrow({ where: { sessionToken } })).toMatchObject({ userId: user.id });
  expect(await database.db.session.count({ where: { userId: other.id } })).toBe(0);
});

test("the answer is the same for everybody, and only patients are written to", async () => {
  const known = await scene();
  const stranger = await scene({ email: "nobody-here@example.test" });
  const staff = await scene();
  const provider = await database.db.user.findUniqueOrThrow({ where: { id: staff.built.userId } });
  const asProvider = await scene({ email: provider.email });
  const answers = [await known.ask(), await stranger.ask(), await asProvider.ask()];
  expect(answers).toEqual(Array(3).fill({ minutes: 15 }));
  for (const one of [known, stranger, asProvider]) await one.sendAll();
  expect([known, stranger, asProvider].map(({ emails }) => emails.length)).toEqual([1, 0, 0]);
});

test("whoever became staff since the link was sent is not signed in by it", async () => {
  const { redeem, token, email, built } = await scene();
  const secret = await token();
  const user = await database.db.user.create({ data: { email } });
  await database.db.membership.create({ data: { id: crypto.randomUUID(), userId: user.id, organizationId: built.organizationId, role: "FRONT_DESK" } });
  await expect(redeem(secret)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  expect(await database.db.session.count({ where: { userId: user.id } })).toBe(0);
});

test("one visitor has five links an hour sent to one address and twenty in all, and everybody hears the same", async () => {
  const one = await scene();
  for (let n = 0; n < 7; n += 1) expect(await one.ask()).toEqual({ minutes: 15 });
  expect(await one.links()).toHaveLength(5);
  one.pass(61 * MINUTE);
  await one.ask();
  expect(await one.links()).toHaveLength(6);
  for (let n = 0; n < 25; n += 1) await requestSignInLink(one.guest, { email: `n${n}-${one.email}`, returnTo: "/" });
  expect(await database.db.signInLink.count({ where: { email: { endsWith: `-${one.email}` } } })).toBe(19);
});

test("strangers who ask for links to an address lock nobody out of it", async () => {
  const owner = await scene();
  const askAs = (id: string) => requestSignInLink(actingAs(owner.guest, { kind: "guest", id }), { email: owner.email, returnTo: "/" });
  for (let n = 0; n < 8; n += 1) await askAs("stranger");
  expect(await owner.links()).toHaveLength(5);
  const { sessionToken } = await owner.redeem(await owner.token());
  expect(sessionToken).not.toBe("");
  // Many strangers at once use up the address: what reached the mailbox works, and once nothing does, the owner is sent another.
  await Promise.all(Array.from({ length: 30 }, (_, n) => askAs(`stranger-${n}`)));
  expect(await owner.links()).toHaveLength(20);
  await owner.ask();
  expect(await owner.links()).toHaveLength(20);
  owner.pass(16 * MINUTE);
  await owner.ask();
  expect(await owner.links()).toHaveLength(21);
});

test("a worker that died after the vendor had taken the mail sends no second one", async () => {
  const recording = recordingPorts();
  const { email: port } = recording.ports;
  if (port === null) throw new Error("e-mail is off");
  let isFirst = true;
  const send: typeof port.send = async (email) => {
    const answer = await port.send(email);
    if (!isFirst) return answer;
    isFirst = false;
    throw new Error("killed");
  };
  const dying = { ...recording, ports: { ...recording.ports, email: { ...port, send, findSent: async () => ({ vendorId: "email-1" }) } } };
  const { ask, sendAll, links, emails } = await scene({ ports: dying });
  await ask();
  await expect(sendAll()).rejects.toThrow("killed");
  await sendAll();
  expect(emails).toHaveLength(1);
  expect((await links())[0]?.sentAt).not.toBeNull();
});

test("only the worker sends", async () => {
  const { guest, ask, links } = await scene();
  await ask();
  await expect(sendSignInLink(guest, { linkId: (await links())[0]?.id ?? "" })).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
});

test.each(["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "", "/a\nb"])("a way on to %j is refused", (returnTo) => {
  expect(RequestSignInLinkInput.safeParse({ email: "a@example.test", returnTo }).success).toBe(false);
});

test("the button sets the session's cookie and leads on; pressed from another site it uses nothing up", async () => {
  const { token, links } = await scene();
  const secret = await token();
  const pressed = (headers: Record<string, string>, value = secret) => press(new Request(`${ORIGIN}/api/sign-in/link`, { method: "POST", headers, body: new URLSearchParams({ token: value }) }));
  const foreign = await pressed({ origin: "https://evil.example", "sec-fetch-site": "cross-site" });
  expect(foreign.headers.get("location")).toBe(`${ORIGIN}/sign-in?error=LinkUsed`);
  expect((await links()).at(-1)?.usedAt).toBeNull();
  const answer = await pressed({ origin: "null", "sec-fetch-site": "same-origin" });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe(`${ORIGIN}/my/bookings`);
  expect(answer.headers.get("set-cookie")).toMatch(/^__Secure-next-auth\.session-token=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax; Secure$/);
  const again = await pressed({ origin: ORIGIN });
  expect(again.headers.get("location")).toBe(`${ORIGIN}/sign-in?error=LinkUsed`);
  expect(again.headers.get("set-cookie")).toBeNull();
});

test("an address whose signs could stand for others signs in nobody else", async () => {
  const name = `jane.doe.${Date.now()}`;
  const victim = await database.db.user.create({ data: { id: uuidv7(), email: `${name}@Example.test`, emailVerified: new Date() } });
  const { token, redeem } = await scene({ email: `${name.replaceAll(".", "_")}@example.test` });
  const { patient } = await scene();
  await database.db.patient.update({ where: { id: patient.id }, data: { email: `${name.replaceAll(".", "_")}@example.test` } });
  const { sessionToken } = await redeem(await token());
  expect((await database.db.session.findUniqueOrThrow({ where: { sessionToken } })).userId).not.toBe(victim.id);
});

test("a session begun with a link is a patient's, whatever the person becomes while it lasts", async () => {
  const { token, redeem } = await scene();
  const { sessionToken } = await redeem(await token());
  const { userId } = await database.db.session.findUniqueOrThrow({ where: { sessionToken } });
  const own = await buildProvider(database.db);
  await database.db.provider.update({ where: { id: own.providerId }, data: { userId } });
  await database.db.user.update({ where: { id: userId }, data: { isAdministrator: true } });
  const actor = await actorOf({ ...getContainer(), clock: { now: Date.now } }, sessionToken, "203.0.113.9");
  expect(actor).toMatchObject({ kind: "user", userId, providerId: null, isAdministrator: false, memberships: [] });
  expect(can(actor, "provider.create")).toBe(false);
});

test("the page before the button says as whom, until the link is used or has expired", async () => {
  const { token, redeem, guest, email, pass } = await scene();
  const [first, second] = [await token(), await token()];
  expect(await findLinkEmail(guest, first)).toBe(email);
  await redeem(first);
  expect(await findLinkEmail(guest, first)).toBeNull();
  expect(await findLinkEmail(guest, "x")).toBeNull();
  pass(16 * MINUTE);
  expect(await findLinkEmail(guest, second)).toBeNull();
});
