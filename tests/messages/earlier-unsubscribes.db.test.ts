import { readFileSync } from "node:fs";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setMessageWishes } from "@/application/messages/message-wishes";
import { remind } from "@/application/messages/remind";
import { actingAs } from "@/application/shared/context";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { buildMessageScene } from "./message-scene";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const MIGRATION = "prisma/migrations/20261122020800_reminder_wishes/migration.sql";

test("an address that ended reminders before the ledger was kept gets none, whatever a link then chooses for its visit", async () => {
  const scenes = await Promise.all([{ choice: "NONE", email: "Ada@Example.test" }, { choice: "NONE", email: null }, { choice: "SMS", email: "bob@example.test" }].map(async ({ choice, email }) => {
    const scene = await buildMessageScene(database, { now: Date.parse("2030-01-07T07:00:00Z"), visit: { createdAt: new Date("2029-12-01T08:00:00Z"), reminderMinutes: [120], channels: ["EMAIL"] } });
    await database.db.patient.update({ where: { id: scene.patient.id }, data: { reminderChoice: choice, email } });
    return scene;
  }));
  await database.db.$executeRawUnsafe(`DROP TABLE "reminder_stop"`);
  await database.db.$executeRawUnsafe(`ALTER TABLE "booking" DROP COLUMN "reminder_choice"`);
  for (const statement of readFileSync(MIGRATION, "utf8").split(/;\s*$/m).filter((part) => part.trim() !== "")) await database.db.$executeRawUnsafe(statement);

  const providers = scenes.map(({ built }) => built.providerId);
  expect(await database.db.reminderStop.findMany()).toMatchObject([{ providerId: providers[0], address: "ada@example.test", isStopped: true, source: "earlier" }]);
  for (const { app, visit } of scenes) {
    await setMessageWishes(actingAs(app, { kind: "link", linkId: uuidv7(), seriesId: visit.seriesId }), { reminders: "EMAIL" });
    await remind(app, { seriesId: visit.seriesId, minutesBefore: 120 });
  }
  const reminded = await database.db.message.findMany({ where: { template: "reminder-120" }, select: { providerId: true } });
  expect(new Set(reminded.map(({ providerId }) => providerId))).toEqual(new Set(providers.slice(1)));
});
