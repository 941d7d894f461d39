import { afterAll, beforeAll, expect, test } from "vitest";
import { buildMessageScene } from "@tests/messages/message-scene";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { findLinkActor, linkExpiry } from "./manage-link";
import { findShortLink, shortManageUrlOf } from "./short-link";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const NOW = Date.parse("2030-01-04T09:00:00Z");
const codeOf = (url: string) => url.split("/").at(-1) ?? "";

test("one short address per link, however many ask at once; it opens the same page and is kept as hash and ciphertext", async () => {
  const { app, visit, manageUrl } = await buildMessageScene(database, { now: NOW });
  const urls = await Promise.all(Array.from({ length: 8 }, () => shortManageUrlOf(app, visit.seriesId)));
  expect(new Set(urls).size).toBe(1);
  const [url = ""] = urls;
  expect(url).toMatch(/^https:\/\/clinic\.example\/s\/[\w-]{22}$/);
  const token = await findShortLink(app, codeOf(url));
  expect(`https://clinic.example/m/${token}`).toBe(manageUrl);
  expect(await findLinkActor(app, token ?? "")).toMatchObject({ seriesId: visit.seriesId });
  const row = await database.db.bookingLink.findFirstOrThrow({ where: { seriesId: visit.seriesId } });
  expect(JSON.stringify(row)).not.toContain(codeOf(url));
});

test("an unknown code, a token in its place, and one whose link has expired or was revoked open nothing", async () => {
  const { app, visit, manageUrl } = await buildMessageScene(database, { now: NOW });
  const code = codeOf(await shortManageUrlOf(app, visit.seriesId));
  for (const other of ["", "x".repeat(22), codeOf(manageUrl), code.toLowerCase() === code ? "" : code.toLowerCase()]) expect(await findShortLink(app, other)).toBeNull();
  const later = { ...app, clock: { now: () => linkExpiry(visit.endsAt.getTime()) + 1 } };
  expect(await findShortLink(later, code)).toBeNull();
  await expect(shortManageUrlOf(later, visit.seriesId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await database.db.bookingLink.updateMany({ where: { seriesId: visit.seriesId }, data: { revokedAt: new Date(NOW) } });
  expect(await findShortLink(app, code)).toBeNull();
});

test("opening it changes nothing", async () => {
  const { app, visit } = await buildMessageScene(database, { now: NOW });
  const code = codeOf(await shortManageUrlOf(app, visit.seriesId));
  const rows = () => database.db.$queryRaw`SELECT (SELECT jsonb_agg(to_jsonb(l) ORDER BY id) FROM booking_link l) AS links, (SELECT jsonb_agg(to_jsonb(b) ORDER BY id) FROM booking b) AS bookings, (SELECT count(*)::int FROM audit_entry) AS audits`;
  const before = await rows();
  for (let time = 0; time < 3; time += 1) expect(await findShortLink(app, code)).not.toBeNull();
  expect(await rows()).toEqual(before);
});
