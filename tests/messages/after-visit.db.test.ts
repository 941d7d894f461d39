import { Logger, runOnce, type TaskList } from "graphile-worker";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET } from "@/app/(patient)/m/[token]/unsubscribe/route";
import { findLinkActor } from "@/application/booking/manage-link";
import { endReminders, getMailLine } from "@/application/messages/end-reminders";
import { noteEndedVisits } from "@/application/messages/note-ended-visits";
import { setMessageWishes } from "@/application/messages/message-wishes";
import { actingAs, type AppContext } from "@/application/shared/context";
import { JOBS } from "@/jobs/registry";
import { buildVisit } from "@tests/support/builders/build-visit";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { buildMessageScene } from "./message-scene";
import { recordingPorts } from "./recording-ports";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 10:00 to 10:30 in Berlin. */
const END = Date.parse("2026-11-24T09:30:00Z");

async function scene(service: { followUpAfterHours?: number; comeBackAfterWeeks?: number }, visit: Parameters<typeof buildVisit>[2] = {}) {
  const { ports, emails, texts } = recordingPorts();
  let now = END;
  const built = await buildMessageScene(database, { now: () => now, ports, service, visit: { startsAt: new Date(END - HOUR / 2), channels: ["EMAIL"], ...visit } });
  const mine = () => emails.filter(({ to }) => to === built.patient.email);
  return {
    ...built, texts, mine,
    /** What a sweep and the worker do at a moment. */
    async at(moment: number) {
      now = moment;
      const { noted } = await noteEndedVisits(built.app);
      await workOff(built.app);
      return noted;
    },
    outcomes: async () => (await database.db.notice.findMany({ where: { subjectId: built.visit.id }, orderBy: { kind: "asc" } })).map(({ kind, outcome }) => [kind, outcome]),
    /** Queued for the morning: brought forward as time would. */
    async atMorning(moment: number) {
      now = moment;
      await database.pool.query("SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) FROM graphile_worker.jobs WHERE run_at > now()");
      await workOff(built.app);
    },
  };
}

function workOff(app: AppContext) {
  const taskList: TaskList = Object.fromEntries(JOBS.map((job) => [job.name, (payload: unknown) => job.run(app, payload)]));
  return runOnce({ pgPool: database.pool, taskList, noPreparedStatements: true, logger: new Logger(() => () => undefined) });
}

test("thanks follow a visit once, at their time, and lead back without naming the visit", async () => {
  const visit = await scene({ followUpAfterHours: 4 });
  expect(await visit.at(END + 4 * HOUR - 60_000)).toBe(0);
  await Promise.all([noteEndedVisits(visit.app), noteEndedVisits(visit.app)]);
  await visit.at(END + 4 * HOUR);
  await visit.at(END + 5 * HOUR);
  expect(visit.mine()).toHaveLength(1);
  expect(visit.mine()[0]).toMatchObject({ subject: expect.stringMatching(/^Thank you for visiting Dr Test: /), unsubscribeUrl: expect.stringMatching(/\/m\/[\w-]{43}\/unsubscribe\?mail=[\w.-]+$/) });
  expect(visit.mine()[0]?.text).toMatch(/Book again:\nhttps:\/\/clinic\.example\/m\/[\w-]{43}\/again\n/);
  expect(`${visit.mine()[0]?.html}`).not.toContain("Consultation");
  expect(await visit.outcomes()).toEqual([["follow-up", "sent"]]);
});

test("the link in the thanks ends what is sent to the address, even opened as a page, and time to come back is then told nobody there", async () => {
  const visit = await scene({ followUpAfterHours: 4, comeBackAfterWeeks: 1 });
  await visit.at(END + 4 * HOUR);
  const [thanks] = visit.mine();
  const link = thanks?.unsubscribeUrl ?? "";
  expect([thanks?.html, thanks?.text].every((part) => part?.includes(link))).toBe(true);
  const token = /\/m\/([\w-]+)\//.exec(link)?.[1] ?? "";
  const opened = await GET(new Request(link), { params: Promise.resolve({ token }) });
  const page = new URL(opened.headers.get("location") ?? "", link);
  expect([opened.status, page.pathname, page.hash]).toEqual([303, `/m/${token}`, "#messages"]);
  const mail = page.searchParams.get("mail") ?? "";
  const bearer = await findLinkActor(visit.app, token);
  if (bearer === null) throw new Error("the link is not valid");
  const app = actingAs(visit.app, bearer);
  expect(await getMailLine(app, mail)).toEqual({ address: visit.patient.email, isStopped: false });
  expect(await getMailLine(app, "forged")).toBeNull();
  const other = await scene({});
  expect(await getMailLine(actingAs(visit.app, { kind: "link", linkId: other.visit.id, seriesId: other.visit.seriesId }), mail)).toBeNull();
  expect(await endReminders(app, mail)).toEqual({ of: "address" });
  expect(await getMailLine(app, mail)).toEqual({ address: visit.patient.email, isStopped: true });
  await visit.at(END + 7 * DAY);
  expect(visit.mine()).toEqual([thanks]);
  expect(await visit.outcomes()).toContainEqual(["come-back", "The person wants no such messages."]);
});

test.each(["CANCELLED", "NO_SHOW", "RESCHEDULED"] as const)("nothing follows a visit that is %s", async (status) => {
  const visit = await scene({ followUpAfterHours: 1, comeBackAfterWeeks: 1 }, { status });
  await visit.at(END + 2 * HOUR);
  await visit.at(END + 8 * DAY);
  expect([visit.mine(), await visit.outcomes()]).toEqual([[], []]);
});

test("a no-show noted between planning and sending stops it, and a planned one that falls into the night goes in the morning", async () => {
  const missed = await scene({ followUpAfterHours: 13 });
  const kept = await scene({ followUpAfterHours: 13 });
  const night = END + 13 * HOUR;
  await kept.at(night);
  expect([...missed.mine(), ...kept.mine()]).toEqual([]);
  await database.db.booking.update({ where: { id: missed.visit.id }, data: { status: "NO_SHOW" } });
  const morning = Date.parse("2026-11-25T07:00:00Z");
  await kept.atMorning(morning);
  expect(kept.mine()).toHaveLength(1);
  expect((await missed.messages()).map(({ state, failure }) => [state, failure])).toEqual([["SKIPPED", "The appointment is already over."]]);
});

test("weeks later who has no other visit is asked back, with a link that still works and can end it", async () => {
  const visit = await scene({ comeBackAfterWeeks: 6 });
  const due = END + 42 * DAY;
  await visit.at(due - 60_000);
  expect(visit.mine()).toEqual([]);
  await visit.at(due);
  const [email] = visit.mine();
  expect(email?.subject).toMatch(/^Time to see Dr Test again\?/);
  const token = /\/m\/([\w-]+)\/again/.exec(email?.text ?? "")?.[1] ?? "";
  expect(token).not.toBe("");
  expect(visit.manageUrl).not.toContain(token);
  const bearer = await findLinkActor(visit.app, token);
  expect(bearer).toMatchObject({ kind: "link", seriesId: visit.visit.seriesId });
  expect(await findLinkActor(visit.app, visit.manageUrl.split("/").at(-1) ?? "")).toBeNull();
  if (bearer !== null) expect(await setMessageWishes(actingAs(visit.app, bearer), { reminders: "NONE" })).toMatchObject({ reminders: "NONE" });
});

test("whoever has another visit, booked since or by the same address, is not asked back, nor who wants no reminders", async () => {
  const back = await scene({ comeBackAfterWeeks: 6 });
  const later = await buildVisit(database.db, back.built, { startsAt: new Date(END + 60 * DAY) });
  await database.db.patient.update({ where: { id: later.patientId ?? "" }, data: { email: back.patient.email } });
  const unwilling = await scene({ comeBackAfterWeeks: 6, followUpAfterHours: 1 });
  await database.db.patient.update({ where: { id: unwilling.patient.id }, data: { reminderChoice: "NONE" } });
  await unwilling.at(END + HOUR);
  await unwilling.at(END + 42 * DAY);
  expect([...back.mine(), ...unwilling.mine()]).toEqual([]);
  expect(await back.outcomes()).toEqual([["come-back", "They have another visit."]]);
  expect(await unwilling.outcomes()).toEqual([["come-back", "The person wants no such messages."], ["follow-up", "The person wants no such messages."]]);
});

test("switching it on speaks to nobody whose time was long ago, and a text goes to who chose texts, in their language", async () => {
  const old = await scene({ followUpAfterHours: 1 });
  await old.at(END + 3 * DAY);
  expect([old.mine(), await old.outcomes()]).toEqual([[], []]);
  const german = await scene({ followUpAfterHours: 1 }, { channels: ["SMS"], language: "de" });
  await german.at(END + HOUR);
  expect(german.texts.map(({ body }) => body)).toEqual([expect.stringMatching(/^Danke für Ihren Besuch bei Dr Test\. Wieder buchen: https:\S+\/again$/)]);
});

test("only the system looks for ended visits", async () => {
  const visit = await scene({});
  await expect(noteEndedVisits(actingAs(visit.app, { kind: "guest", id: "x" }))).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
});
