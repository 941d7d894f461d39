import { beforeEach, describe, expect, test } from "vitest";
import { sendMessage } from "@/application/messages/send-message";
import { IntegrationError } from "@/application/shared/errors";
import { openVendors } from "@tests/support/open-vendors";
import { buildOwnMailScene, mailPorts, OWN_ADDRESS } from "./own-mail-scene";

const { database, sandbox } = await openVendors();
/** Moves the application's clock ahead of the machine's. */
let ahead = 0;
const now = () => Date.now() + ahead;

beforeEach(async () => {
  ahead = 0;
  for (const path of ["faults", "requests", "messages"]) await sandbox.call("DELETE", `/_sandbox/${path}`);
});

const scene = (options: Partial<Parameters<typeof buildOwnMailScene>[2]> = {}) => buildOwnMailScene(database, sandbox, { now, ...options });
const fault = (body: object) => sandbox.call("POST", "/_sandbox/faults", { vendor: "google", match: "/gmail/v1", ...body });
const OPEN = { method: "POST" };
const HAND_OVER = { method: "PUT" };
const askedGmail = async () => (await sandbox.call("GET", "/_sandbox/requests?vendor=google")).body.requests.filter(({ path }: { path: string }) => path.includes("/gmail/")).length;

test("a patient's confirmation comes from the provider's own address, once, with its calendar entry; the provider's own notice does not", async () => {
  const { announce, sendAll, inbox, message, messages, visit, ownMail } = await scene();
  await announce("confirmed");
  await announce("confirmed");
  await sendAll();
  const [mail, ...more] = await inbox();
  expect(more).toEqual([]);
  const row = await message();
  expect(mail).toMatchObject({ vendor: "gmail", from: `Dr Test <${OWN_ADDRESS}>`, subject: expect.stringMatching(/^Booked with Dr Test: /), clientReference: row?.id, headers: { "Message-ID": `<${row?.id}@clinic.example>` } });
  expect(mail?.headers["Reply-To"]).toBeUndefined();
  expect(mail?.attachments.map(({ filename, type }) => `${filename} ${type}`)).toEqual(expect.arrayContaining([expect.stringContaining("text/calendar; method=REQUEST"), "invite.ics application/ics"]));
  for (const { content } of mail?.attachments ?? []) expect(content).toContain(`UID:${visit.seriesId}@medbookings`);
  expect(row).toMatchObject({ state: "SENT", sender: "GMAIL", senderAddress: OWN_ADDRESS, vendorId: expect.stringMatching(/./), senderNote: null, uploadCiphertext: null });
  expect((await messages()).filter(({ recipient }) => recipient === "PROVIDER")).toMatchObject([{ sender: "SENDGRID", senderNote: null }]);
  expect(await ownMail()).toMatchObject({ problem: null });
});

test("a reminder says how to end reminders, as it does through SendGrid", async () => {
  const { app, planOne, inbox, manageUrl } = await scene();
  const { id } = await planOne("EMAIL", "reminder");
  await sendMessage(app, { messageId: id });
  expect((await inbox())[0]?.headers).toMatchObject({ "List-Unsubscribe": expect.stringMatching(`^<${manageUrl}/unsubscribe\\?mail=[\\w.-]+>$`), "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" });
});

describe("what Google certainly did not take, SendGrid sends at once", () => {
  test.each([
    ["a rate limit with Retry-After", { ...OPEN, status: 429, retryAfter: 120 }, "limit", "no more from it"],
    ["the day's limit", { ...HAND_OVER, status: 403, reason: "dailyLimitExceeded" }, "limit", "no more from it"],
    ["a user's rate limit as 403", { ...HAND_OVER, status: 403, reason: "userRateLimitExceeded" }, "limit", "no more from it"],
    ["a mailbox that is no mailbox", { ...OPEN, status: 400, reason: "failedPrecondition" }, "refused", "Google refused"],
    ["an administrator's policy", { ...OPEN, status: 403, reason: "domainPolicy" }, "refused", "Google refused"],
    ["a failing Gmail before anything was handed over", { ...OPEN, status: 503 }, "unreachable", "could not be reached"],
    ["a connection lost before anything was handed over", { ...OPEN, drop: true }, "unreachable", "could not be reached"],
    ["a place that is gone", { ...HAND_OVER, status: 404 }, "refused", "Google refused"],
  ])("%s", async (_, answer, problem, words) => {
    const { app, planOne, inbox, message, ownMail, connection } = await scene();
    const { id } = await planOne("EMAIL");
    await fault({ ...answer, times: 1 });
    await sendMessage(app, { messageId: id });
    expect((await inbox()).map(({ vendor, from }) => `${vendor} ${from}`)).toEqual(["sendgrid Test Clinic <visits@clinic.example>"]);
    expect(await message()).toMatchObject({ state: "SENT", sender: "SENDGRID", senderNote: expect.stringContaining(words), senderAddress: null, uploadCiphertext: null });
    expect(await ownMail()).toMatchObject({ problem });
    expect(await connection()).toMatchObject({ status: "ACTIVE" });
  });

  test("while a limit holds Google is not asked again; afterwards it is, and the problem is over", async () => {
    const { app, planOne, inbox, ownMail } = await scene();
    await fault({ ...OPEN, status: 429, retryAfter: 120, times: 1 });
    for (const { id } of [await planOne("EMAIL"), await planOne("EMAIL", "booking-rescheduled")]) await sendMessage(app, { messageId: id });
    expect((await inbox()).map(({ vendor }) => vendor)).toEqual(["sendgrid", "sendgrid"]);
    expect(await askedGmail()).toBe(1);
    ahead = 121_000;
    await sendMessage(app, { messageId: (await planOne("EMAIL", "booking-cancelled")).id });
    await sendMessage(app, { messageId: (await planOne("EMAIL")).id });
    expect((await inbox()).map(({ vendor }) => vendor)).toContain("gmail");
    expect(await ownMail()).toMatchObject({ problem: null, pausedUntil: null });
  });

  test("Google's own sentence says until when, where no header does", async () => {
    const { app, planOne, ownMail } = await scene();
    const until = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 7_200_000);
    await fault({ ...HAND_OVER, status: 429, times: 1, body: { error: { code: 429, message: `User-rate limit exceeded.  Retry after ${until.toISOString()} (Mail sending)`, errors: [{ reason: "rateLimitExceeded" }] } } });
    await sendMessage(app, { messageId: (await planOne("EMAIL")).id });
    expect(Math.abs((await ownMail()).pausedUntil!.getTime() - until.getTime())).toBeLessThan(5_000);
  });

  test("leave to send that is gone is noted with the connection, whose calendar works on", async () => {
    const { app, planOne, inbox, ownMail, connection } = await scene({ scopes: ["openid", "https://www.googleapis.com/auth/calendar.events"] });
    await sendMessage(app, { messageId: (await planOne("EMAIL")).id });
    expect(await inbox()).toMatchObject([{ vendor: "sendgrid" }]);
    expect(await ownMail()).toMatchObject({ problem: "scope-missing" });
    expect(await connection()).toMatchObject({ status: "ACTIVE", scopes: expect.not.arrayContaining(["https://www.googleapis.com/auth/gmail.send"]) });
    const before = await askedGmail();
    await sendMessage(app, { messageId: (await planOne("EMAIL", "booking-rescheduled")).id });
    expect(await askedGmail()).toBe(before);
  });

  test("a revoked grant marks the account as to be connected again", async () => {
    const { app, planOne, inbox, message, connection } = await scene();
    await sandbox.call("POST", "/_sandbox/google/revoke", { account: OWN_ADDRESS });
    await sendMessage(app, { messageId: (await planOne("EMAIL")).id });
    expect(await inbox()).toMatchObject([{ vendor: "sendgrid" }]);
    expect(await message()).toMatchObject({ state: "SENT", senderNote: expect.stringContaining("no longer lets us into") });
    expect(await connection()).toMatchObject({ status: "RECONNECT_NEEDED" });
  });

  test("an expired token is renewed and nobody notices", async () => {
    const { app, planOne, inbox } = await scene();
    await sandbox.call("POST", "/_sandbox/google/expire-tokens", { account: OWN_ADDRESS });
    await sendMessage(app, { messageId: (await planOne("EMAIL")).id });
    expect(await inbox()).toMatchObject([{ vendor: "gmail" }]);
  });

  test("as many as we send through one account in a day are counted, the rest goes through SendGrid", async () => {
    const { app, planOne, inbox, messages } = await scene({ ports: mailPorts(sandbox, { mailsPerDay: 1 }) });
    for (const { id } of [await planOne("EMAIL"), await planOne("EMAIL", "booking-rescheduled")]) await sendMessage(app, { messageId: id });
    expect((await inbox()).map(({ vendor }) => vendor).sort()).toEqual(["gmail", "sendgrid"]);
    expect((await messages()).map(({ senderNote }) => senderNote)).toContainEqual(expect.stringContaining("as many as we send"));
  });
});

describe("an answer that got lost", () => {
  test.each([
    ["after Google sent", { ...HAND_OVER, drop: true, after: true }],
    ["in the middle of it", { ...HAND_OVER, truncate: true }],
    ["behind a proxy's page", { ...HAND_OVER, status: 200, body: "<html>proxy</html>", after: true }],
    ["behind a server error", { ...HAND_OVER, status: 502, after: true }],
  ])("%s is asked for, and the message is sent neither again nor by SendGrid", async (_, answer) => {
    const { app, planOne, inbox, message } = await scene();
    const { id } = await planOne("EMAIL");
    await fault({ ...answer, times: 1 });
    await expect(sendMessage(app, { messageId: id })).rejects.toMatchObject({ failure: { isAmbiguous: true } });
    expect(await message()).toMatchObject({ state: "SENDING", vendorId: null, uploadCiphertext: expect.stringMatching(/^ey/) });
    await sendMessage(app, { messageId: id });
    expect(await message()).toMatchObject({ state: "SENT", sender: "GMAIL", vendorId: expect.stringMatching(/./), uploadCiphertext: null });
    ahead = 600_000;
    await sendMessage(app, { messageId: id });
    expect(await inbox()).toMatchObject([{ vendor: "gmail" }]);
  });

  test("a message that never came in is handed over again at the same place, and once Google has nothing for long SendGrid sends it", async () => {
    const { app, planOne, inbox, message } = await scene();
    const { id } = await planOne("EMAIL");
    await fault({ ...HAND_OVER, drop: true, times: 1 });
    await expect(sendMessage(app, { messageId: id })).rejects.toBeInstanceOf(IntegrationError);
    await sendMessage(app, { messageId: id });
    expect(await message()).toMatchObject({ state: "SENDING" });
    expect(await inbox()).toEqual([]);
    ahead = 30_000;
    await sendMessage(app, { messageId: id });
    expect(await message()).toMatchObject({ state: "SENT", sender: "GMAIL" });
    expect(await inbox()).toMatchObject([{ vendor: "gmail" }]);

    const other = await scene();
    const lost = await other.planOne("EMAIL");
    await fault({ method: "PUT", drop: true, times: 1 });
    await expect(sendMessage(other.app, { messageId: lost.id })).rejects.toBeInstanceOf(IntegrationError);
    await other.app.db.message.update({ where: { id: lost.id }, data: { attempts: 4 } });
    ahead += 30_000;
    await sendMessage(other.app, { messageId: lost.id });
    expect(await other.inbox()).toMatchObject([{ vendor: "sendgrid" }]);
  });

  test("where Google cannot be asked any more, it is sent neither again nor by SendGrid, and a person is told", async () => {
    const { app, planOne, inbox, message } = await scene();
    const { id } = await planOne("EMAIL");
    await fault({ ...HAND_OVER, drop: true, after: true, times: 1 });
    await expect(sendMessage(app, { messageId: id })).rejects.toBeInstanceOf(IntegrationError);
    await sandbox.call("POST", "/_sandbox/google/revoke", { account: OWN_ADDRESS });
    await sandbox.call("POST", "/_sandbox/google/expire-tokens", { account: OWN_ADDRESS });
    ahead = 30_000;
    await sendMessage(app, { messageId: id });
    expect(await message()).toMatchObject({ state: "FAILED", failure: expect.stringContaining(`look into “Sent” of ${OWN_ADDRESS}`) });
    expect(await inbox()).toMatchObject([{ vendor: "gmail" }]);
  });

  test("a worker killed after the place was opened, or before, leaves the message to another", async () => {
    const { app, planOne, inbox, message } = await scene();
    const { id } = await planOne("EMAIL");
    const dying = { ...app, ports: { ...app.ports, mailbox: { ...app.ports.mailbox!, send: () => Promise.reject(new Error("killed")) } } };
    await expect(sendMessage(dying, { messageId: id })).rejects.toThrow("killed");
    expect(await message()).toMatchObject({ state: "SENDING", sender: "GMAIL", uploadCiphertext: expect.stringMatching(/^ey/) });
    ahead = 60_000;
    await sendMessage(app, { messageId: id });
    expect(await inbox()).toMatchObject([{ vendor: "gmail" }]);
    const other = await scene();
    const early = await other.planOne("EMAIL");
    await other.app.db.message.update({ where: { id: early.id }, data: { state: "SENDING", sender: "GMAIL", senderAddress: OWN_ADDRESS, senderConnectionId: other.connectionId, attemptedAt: new Date(now()), attempts: 1 } });
    ahead += 60_000;
    await sendMessage(other.app, { messageId: early.id });
    expect(await other.inbox()).toMatchObject([{ vendor: "gmail" }]);
  });

  test("many workers at one message send one mail", async () => {
    const { app, planOne, inbox } = await scene();
    const { id } = await planOne("EMAIL");
    await Promise.all(Array.from({ length: 8 }, () => sendMessage(app, { messageId: id })));
    expect(await inbox()).toMatchObject([{ vendor: "gmail" }]);
  });
});
