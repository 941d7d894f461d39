import { afterAll, beforeAll, expect, test } from "vitest";
import { forgetOwnNumber, getOwnNumber, proveOwnNumber, requestOwnNumberCode } from "@/application/phones/own-number";
import { sendPhoneCode } from "@/application/phones/send-phone-code";
import { redeemSignInCode } from "@/application/sign-in/redeem-sign-in-code";
import { requestSignInCode } from "@/application/sign-in/request-sign-in-code";
import { sendMessage } from "@/application/messages/send-message";
import { actingAs } from "@/application/shared/context";
import { codeIn, wrong } from "@tests/messages/phone-scene";
import { recordingPorts } from "@tests/messages/recording-ports";
import { personActor } from "@tests/support/booking-requests";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";

const MINUTE = 60_000;
const WRONG = "This is not the code we sent. Look at the latest text.";
const RUN_OUT = "This code has run out, or was tried too often. Ask for a new one.";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

let made = 0;
/** A visitor's browser, a number and the worker; `owners` accounts have proven the number. */
async function scene({ owners = 1 } = {}) {
  const recording = recordingPorts();
  const phone = `+4915156${String((made += 1)).padStart(6, "0")}`;
  const users = await Promise.all(Array.from({ length: owners }, (_, n) => database.db.user.create({ data: { email: `owner-${made}-${n}@example.test`, phone, phoneVerifiedAt: new Date() } })));
  let now = Date.now();
  const guest = testContext(database, { actor: { kind: "guest", id: `visitor-${made}` }, now: () => now, ports: recording.ports });
  const system = actingAs(guest, { kind: "system", job: "test" });
  const work = async () => {
    for (const { id } of await database.db.phoneCode.findMany({ where: { phone, outcome: null } })) await sendPhoneCode(system, { codeId: id });
    for (const { id } of await database.db.message.findMany({ where: { address: phone, state: "QUEUED" } })) await sendMessage(system, { messageId: id });
  };
  return {
    phone, guest, users, texts: recording.texts, work,
    pass: (ms: number) => void (now += ms),
    /** Asks for a code as somebody at the visitor's place, or another. */
    async ask(by = guest) {
      const { codeId } = await requestSignInCode(by, { phone });
      await work();
      return { codeId, code: codeIn(recording.texts.at(-1)?.body) };
    },
    redeem: (codeId: string, code: string, previous: string | null = null) => redeemSignInCode(guest, { codeId, code }, previous),
  };
}

test("who proved a number signs in with the code that is texted there, once, as a patient only", async () => {
  const { ask, redeem, texts, phone, users: [user] } = await scene();
  const earlier = await database.db.session.create({ data: { sessionToken: `earlier-${phone}`, userId: user?.id ?? "", expires: new Date(Date.now() + MINUTE) } });
  const { codeId, code } = await ask();
  expect(texts).toHaveLength(1);
  expect(texts[0]?.body).toMatch(/^\d{6} is your MedBookings code/);
  const message = await database.db.message.findFirstOrThrow({ where: { address: phone } });
  expect(message).toMatchObject({ providerId: null, bookingId: null, state: "SENT", bodyCiphertext: null, textDigests: [] });
  const { sessionToken } = await redeem(codeId, code, earlier.sessionToken);
  expect(await database.db.session.findUnique({ where: { sessionToken } })).toMatchObject({ userId: user?.id, byLink: true });
  expect(await database.db.session.count({ where: { sessionToken: earlier.sessionToken } })).toBe(0);
  expect(await database.db.auditEntry.findFirst({ where: { action: "user.sign-in-by-code", subjectId: user?.id ?? "" } })).toMatchObject({ actorKind: "guest", after: { code: codeId } });
  await expect(redeem(codeId, code)).rejects.toMatchObject({ code: "POLICY_REFUSED" });
});

test("a wrong code, five of them, one that ran out and one of another purpose sign nobody in", async () => {
  const { ask, redeem, pass, phone, guest, users: [user], work, texts } = await scene();
  const first = await ask();
  for (let n = 1; n <= 5; n += 1) await expect(redeem(first.codeId, wrong(first.code, n))).rejects.toThrow(WRONG);
  await expect(redeem(first.codeId, first.code)).rejects.toThrow(RUN_OUT);
  const second = await ask();
  await expect(redeem(first.codeId, second.code)).rejects.toThrow(RUN_OUT);
  pass(10 * MINUTE);
  await expect(redeem(second.codeId, second.code)).rejects.toThrow(RUN_OUT);
  const own = await requestOwnNumberCode(actingAs(guest, personActor(user?.id ?? "")), { phone });
  await work();
  await expect(redeem(own.codeId, codeIn(texts.at(-1)?.body))).rejects.toThrow(RUN_OUT);
  expect(await database.db.session.count({ where: { userId: user?.id ?? "" } })).toBe(0);
});

test("a number that nobody, several or only staff have proven is told the same and sent nothing", async () => {
  const staff = await scene({ owners: 0 });
  const built = await buildProvider(database.db);
  await database.db.user.update({ where: { id: built.userId }, data: { phone: staff.phone, phoneVerifiedAt: new Date() } });
  const unproven = await scene({ owners: 0 });
  await database.db.user.create({ data: { email: `unproven-${made}@example.test`, phone: unproven.phone } });
  for (const { ask, redeem, texts, pass, phone } of [await scene({ owners: 0 }), await scene({ owners: 2 }), staff, unproven]) {
    const { codeId } = await ask();
    expect(texts).toEqual([]);
    expect(await database.db.message.count({ where: { address: phone } })).toBe(0);
    for (let n = 1; n <= 5; n += 1) await expect(redeem(codeId, "123456")).rejects.toThrow(WRONG);
    await expect(redeem(codeId, "123456")).rejects.toThrow(RUN_OUT);
    const late = await ask();
    pass(10 * MINUTE);
    await expect(redeem(late.codeId, "123456")).rejects.toThrow(RUN_OUT);
  }
});

test("who became staff, or whose number another proved too, after the code left is not signed in by it", async () => {
  const promoted = await scene();
  const first = await promoted.ask();
  await database.db.user.update({ where: { id: promoted.users[0]?.id ?? "" }, data: { isAdministrator: true } });
  await expect(promoted.redeem(first.codeId, first.code)).rejects.toThrow("signs in nobody");
  const shared = await scene();
  const second = await shared.ask();
  await database.db.user.create({ data: { email: `second-${made}@example.test`, phone: shared.phone, phoneVerifiedAt: new Date() } });
  await expect(shared.redeem(second.codeId, second.code)).rejects.toThrow("signs in nobody");
});

test("one place has three codes a day texted to a number, all places six; and who tries numbers stops after twenty an hour", async () => {
  const { ask, guest, texts } = await scene();
  for (let n = 0; n < 5; n += 1) await ask();
  expect(texts).toHaveLength(3);
  for (let n = 0; n < 5; n += 1) await ask(actingAs(guest, { kind: "guest", id: `elsewhere-${made}-${n}` }));
  expect(texts).toHaveLength(6);
  const eager = actingAs(guest, { kind: "guest", id: `eager-${made}` });
  const answers = [];
  for (let n = 0; n < 25; n += 1) answers.push(await requestSignInCode(eager, { phone: `+49151578${String(n).padStart(5, "0")}` }));
  expect(new Set(answers.map((answer) => Object.keys(answer).join())).size).toBe(1);
  expect(await database.db.phoneCode.count({ where: { requestedBy: `eager-${made}` } })).toBe(20);
});

test("codes that sign in take nothing from those for visits, so that nobody learns from a booking which numbers have accounts", async () => {
  const { ask, phone, guest, texts, work } = await scene();
  for (let n = 0; n < 3; n += 1) await ask();
  const id = crypto.randomUUID();
  const user = await database.db.user.create({ data: { id, email: `${id}@example.test` } });
  const { requestedBy } = await database.db.phoneCode.findFirstOrThrow({ where: { phone } });
  await requestOwnNumberCode(actingAs(guest, personActor(user.id)), { phone });
  await database.db.phoneCode.updateMany({ where: { phone, purpose: "account" }, data: { requestedBy } });
  await work();
  expect(texts).toHaveLength(4);
});

test("a number becomes somebody's own by its code, for whoever asked for it alone, and stops being it when they say so", async () => {
  const { guest, phone, work, texts } = await scene({ owners: 0 });
  const [user, other] = await Promise.all(["own", "other"].map((name) => database.db.user.create({ data: { email: `${name}-${made}@example.test` } })));
  const [mine, theirs] = [actingAs(guest, personActor(user?.id ?? "")), actingAs(guest, personActor(other?.id ?? ""))];
  const { codeId } = await requestOwnNumberCode(mine, { phone });
  await work();
  const code = codeIn(texts.at(-1)?.body);
  await expect(proveOwnNumber(theirs, { codeId, code })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await getOwnNumber(mine)).toEqual({ phone: null });
  expect(await proveOwnNumber(mine, { codeId, code })).toEqual({ phone });
  expect(await database.db.user.findUnique({ where: { id: user?.id ?? "" } })).toMatchObject({ phone, phoneVerifiedAt: expect.any(Date) });
  expect(await database.db.auditEntry.findFirst({ where: { action: "user.prove-number", subjectId: user?.id ?? "" } })).not.toBeNull();
  expect(await forgetOwnNumber(mine)).toEqual({ phone: null });
  expect(await database.db.user.findUnique({ where: { id: user?.id ?? "" } })).toMatchObject({ phone: null, phoneVerifiedAt: null });
  for (const verb of [getOwnNumber(guest), requestOwnNumberCode(guest, { phone }), proveOwnNumber(guest, { codeId, code }), forgetOwnNumber(guest)]) await expect(verb).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
  await expect(requestOwnNumberCode(mine, { phone: "12" })).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
});
