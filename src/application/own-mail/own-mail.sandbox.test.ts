import { beforeEach, describe, expect, test } from "vitest";
import { completeCalendarConnection } from "@/application/calendar/complete-calendar-connection";
import { disconnectCalendar } from "@/application/calendar/disconnect-calendar";
import { startCalendarConnection } from "@/application/calendar/start-calendar-connection";
import type { AppContext } from "@/application/shared/context";
import { recordingPorts } from "@tests/messages/recording-ports";
import { providerActor } from "@tests/support/booking-requests";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { openGoogle } from "@tests/support/google/open-google";
import { testContext } from "@tests/support/test-context";
import { getOwnMail } from "./get-own-mail";
import { MAIL_SCOPE } from "./mail-scope";
import { turnOffOwnMail } from "./turn-off-own-mail";
import { turnOnOwnMail } from "./turn-on-own-mail";

const ACCOUNT = "daniel.reyes@example.com";
const SESSION = "session-of-the-provider";
const { database, google } = await openGoogle({}, { timeoutMs: 15_000 });
let built: BuiltProvider;
let app: AppContext;
let connectionId: string;

const connect = async (untick?: string) => completeCalendarConnection(app, SESSION, await google.consent(await startCalendarConnection(app, SESSION), ACCOUNT, untick === undefined ? {} : { untick }));
const askForMail = async (choice: Parameters<typeof google.consent>[2] = {}, account = ACCOUNT) => completeCalendarConnection(app, SESSION, await google.consent(await startCalendarConnection(app, SESSION, { mailConnectionId: connectionId }), account, choice));
const connection = () => database.db.calendarConnection.findUniqueOrThrow({ where: { id: connectionId } });
const view = () => getOwnMail(app, built.providerId);

beforeEach(async () => {
  await google.clearFaults();
  await google.revokeAccess(ACCOUNT);
  built = await buildProvider(database.db);
  app = testContext(database, { actor: providerActor(built), now: () => Date.now(), ports: { ...google.ports, ...recordingPorts().ports } });
  await connect();
  connectionId = (await database.db.calendarConnection.findFirstOrThrow({ where: { providerId: built.providerId } })).id;
});

describe("asking Google for leave to send", () => {
  test("asks for sending alone, of the same account, and keeps what was granted before", async () => {
    const asked = new URL(await startCalendarConnection(app, SESSION, { mailConnectionId: connectionId })).searchParams;
    expect(asked.get("scope")?.split(" ")).toEqual(["openid", "email", MAIL_SCOPE]);
    expect(asked.get("include_granted_scopes")).toBe("true");
    expect(asked.get("login_hint")).toBe(ACCOUNT);
    expect(await view()).toMatchObject({ state: "off", accounts: [{ address: ACCOUNT, isAllowed: false }] });
    expect(await askForMail()).toEqual({ returnTo: "/provider/integrations", problem: null, isForMail: true });
    expect((await connection()).scopes).toEqual(expect.arrayContaining([MAIL_SCOPE, "https://www.googleapis.com/auth/calendar.events"]));
    expect(await view()).toMatchObject({ state: "on", address: ACCOUNT, problem: null });
    expect(await database.db.auditEntry.count({ where: { action: "own-mail.turn-on", subjectId: connectionId } })).toBe(1);
  });

  test.each([
    ["the box left unticked", { untick: "gmail.send" }, ACCOUNT, "mail-unticked"],
    ["no", { deny: true }, ACCOUNT, "denied"],
    ["another account", {}, "amara.okafor@example.com", "mail-other-account"],
  ])("%s changes nothing and is told", async (_, choice, account, problem) => {
    const before = await connection();
    expect(await askForMail(choice, account)).toEqual({ returnTo: "/provider/integrations", problem, isForMail: true });
    expect(await connection()).toEqual(before);
    expect(await view()).toMatchObject({ state: "off" });
  });

  test("an answer that was used, or belongs to another session, changes nothing", async () => {
    const answer = await google.consent(await startCalendarConnection(app, SESSION, { mailConnectionId: connectionId }), ACCOUNT);
    expect(await completeCalendarConnection(app, "another session", answer)).toMatchObject({ problem: "state-unknown" });
    expect(await completeCalendarConnection(app, SESSION, answer)).toMatchObject({ problem: null });
    expect(await completeCalendarConnection(app, SESSION, answer)).toMatchObject({ problem: "state-used", isForMail: true });
  });

  test("nobody asks for an account that is not their own, or not connected", async () => {
    const other = await buildProvider(database.db);
    const stranger = testContext(database, { actor: providerActor(other), now: () => Date.now(), ports: google.ports });
    for (const mailConnectionId of [connectionId, "no-id"]) await expect(startCalendarConnection(stranger, SESSION, { mailConnectionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(turnOnOwnMail(stranger, { connectionId })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  });
});

describe("switching", () => {
  test("off leaves the calendar connected, and on again needs no consent", async () => {
    await expect(turnOnOwnMail(app, { connectionId })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
    await askForMail();
    await turnOffOwnMail(app, built.providerId);
    await turnOffOwnMail(app, built.providerId);
    expect(await view()).toMatchObject({ state: "off", accounts: [{ isAllowed: true }] });
    expect(await connection()).toMatchObject({ status: "ACTIVE" });
    await turnOnOwnMail(app, { connectionId });
    expect(await view()).toMatchObject({ state: "on", address: ACCOUNT });
  });

  test("a disconnected account sends nothing any more", async () => {
    await askForMail();
    await disconnectCalendar(app, { connectionId });
    expect(await view()).toMatchObject({ state: "no-account", address: null });
  });

  test("connecting again after Google threw us out asks for sending as well, and says what is the matter until then", async () => {
    await askForMail();
    await database.db.calendarConnection.update({ where: { id: connectionId }, data: { status: "RECONNECT_NEEDED" } });
    expect(await view()).toMatchObject({ state: "on", problem: { fix: "reconnect" } });
    expect(new URL(await startCalendarConnection(app, SESSION)).searchParams.get("scope")).toContain("gmail.send");
    await google.revokeAccess(ACCOUNT);
    await connect("gmail.send");
    expect(await view()).toMatchObject({ state: "on", problem: { fix: "ask" } });
    await askForMail();
    expect(await view()).toMatchObject({ state: "on", problem: null });
  });
});
