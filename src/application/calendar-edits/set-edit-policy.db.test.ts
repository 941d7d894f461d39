import { afterAll, beforeAll, expect, test } from "vitest";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";
import { SetEditPolicyInput } from "./calendar-edit-schemas";
import { loadEditPolicy, undoMsOf } from "./edit-policy";
import { getEditPolicy } from "./get-edit-policy";
import { setEditPolicy } from "./set-edit-policy";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const as = ({ userId, providerId }: BuiltProvider) => testContext(database, { actor: { kind: "user", userId, email: "", name: null, isAdministrator: false, providerId, memberships: [] }, now: 0 });
const POLICY = { answer: "FOLLOW_GOOGLE", impossible: "PUSH_BACK", followsLength: false } as const;

test("a provider's undo window takes the place of the installation's, and other choices leave it as it is", async () => {
  const built = await buildProvider(database.db);
  const app = as(built);
  const waits = async () => undoMsOf(app, await loadEditPolicy(database.db, built.providerId));
  expect((await getEditPolicy(app, undefined)).undoSeconds).toBe(120);
  await setEditPolicy(app, POLICY);
  expect(await waits()).toBe(120_000);
  await setEditPolicy(app, { ...POLICY, undoSeconds: 600 });
  await setEditPolicy(app, { ...POLICY, answer: "ASK_ME" });
  expect(await getEditPolicy(app, undefined)).toMatchObject({ answer: "ASK_ME", undoSeconds: 600 });
  expect(await waits()).toBe(600_000);
  await setEditPolicy(app, { ...POLICY, undoSeconds: 0 });
  expect(await waits()).toBe(0);
  const [latest] = await database.db.auditEntry.findMany({ where: { subjectId: built.providerId, action: "calendar-edit.set-policy" }, orderBy: { id: "desc" }, take: 1 });
  expect(latest).toMatchObject({ before: { undoSeconds: 600 }, after: { undoSeconds: 0 } });
});

test("the window lies between at once and half an hour, and is nobody else's to set", async () => {
  const built = await buildProvider(database.db);
  for (const undoSeconds of [-1, 1_801, 1.5, "60"]) expect(SetEditPolicyInput.safeParse({ ...POLICY, undoSeconds }).success).toBe(false);
  expect(SetEditPolicyInput.safeParse({ ...POLICY, undoSeconds: 1_800 }).success).toBe(true);
  await expect(setEditPolicy(as(await buildProvider(database.db)), { providerId: built.providerId, ...POLICY, undoSeconds: 0 })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  expect(await database.db.calendarEditPolicy.count({ where: { providerId: built.providerId } })).toBe(0);
});
