import { afterAll, beforeAll, expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import type { Actor, UserActor } from "@/application/shared/actor";
import { createServices } from "@/application/services/create-services";
import { ServiceFields } from "@/application/services/service-schemas";
import { getSchedule } from "@/application/schedule/get-schedule";
import { saveWeeklyHours } from "@/application/schedule/save-weekly-hours";
import { DEFAULT_WEEKLY_HOURS } from "@/domain/schedule/weekly-hours";
import { CATALOGUE } from "@/domain/services/catalogue";
import { deskActor, GUEST, providerActor } from "@tests/support/booking-requests";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";
import { createProvider } from "./create-provider";
import { getOwnProvider, getSetup } from "./get-own-provider";
import { publishProvider } from "./publish-provider";
import { updateProviderProfile } from "./update-provider-profile";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const as = (actor: Actor) => testContext(database, { actor, now: Date.UTC(2026, 10, 21, 10) });
const profile = { name: "Dr Ruth Ädler", title: "Cardiologist", bio: "", specialities: ["Rhythm"], languages: ["en", "de"], timeZone: "Europe/Vienna", portraitSeed: "ruth" };
const contact = { email: "ruth@example.test", phone: "", notifyByEmail: true, notifyBySms: false, notifyByCard: false };
const actionsOn = async (subjectId: string) => (await database.db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(({ action }) => action);

async function newUser(memberships: UserActor["memberships"] = []): Promise<UserActor> {
  const user = await database.db.user.create({ data: { id: uuidv7(), email: `${uuidv7()}@example.test`, name: "Ruth" } });
  return { kind: "user", userId: user.id, email: user.email, name: "Ruth", isAdministrator: false, providerId: null, memberships };
}

test("a new provider goes through the set-up step by step and is public at its end", async () => {
  const user = await newUser();
  expect(await getSetup(as(user))).toMatchObject({ provider: null, hasServices: false, hasHours: false, calendar: "off", suggestedName: "Ruth" });
  const { id, slug } = await createProvider(as(user), profile);
  expect(slug).toBe("dr-ruth-adler");
  const app = as({ ...user, providerId: id });
  expect(await getSetup(app)).toMatchObject({ provider: { status: "DRAFT", profile, publicUrl: "http://localhost:3000/p/dr-ruth-adler" }, hasServices: false });
  await expect(publishProvider(app)).rejects.toMatchObject({ code: "VALIDATION_FAILED", message: "Add at least one service first." });
  await createServices(app, { services: [ServiceFields.parse({ ...CATALOGUE[0], currency: "EUR", modes: ["ONLINE"], reminders: [] })] });
  await expect(publishProvider(app)).rejects.toMatchObject({ code: "VALIDATION_FAILED", message: "Add your working hours first." });
  await saveWeeklyHours(app, { version: (await getSchedule(app, {})).version, open: [...DEFAULT_WEEKLY_HOURS.open], breaks: [] });
  expect(await getSetup(app)).toMatchObject({ hasServices: true, hasHours: true });
  for (let i = 0; i < 2; i += 1) expect(await publishProvider(app)).toEqual({ slug });
  expect((await database.db.provider.findUniqueOrThrow({ where: { id } })).status).toBe("ACTIVE");
  expect((await actionsOn(id)).filter((action) => action.startsWith("provider."))).toEqual(["provider.create", "provider.publish"]);
});

test("the same name gets another address; the same user gets no second page", async () => {
  await createProvider(as(await newUser()), { ...profile, name: "Sam Same" });
  const second = await newUser();
  expect((await createProvider(as(second), { ...profile, name: "Sam Same" })).slug).toBe("sam-same-2");
  await expect(createProvider(as(second), { ...profile, name: "Sam Other" })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
});

test("an owner's page belongs to their organization, a front desk's does not", async () => {
  const { organizationId, locationId } = await buildProvider(database.db);
  const made = async (role: "OWNER" | "FRONT_DESK") => {
    const { id } = await createProvider(as(await newUser([{ organizationId, role }])), profile);
    return database.db.provider.findUniqueOrThrow({ where: { id } });
  };
  expect(await made("OWNER")).toMatchObject({ organizationId, locationId });
  expect(await made("FRONT_DESK")).toMatchObject({ organizationId: null, locationId: null });
});

test("guests make no page, and zones that do not exist are refused by their field", async () => {
  await expect(createProvider(as(GUEST), profile)).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
  await expect(createProvider(as(await newUser()), { ...profile, timeZone: "Europe/Atlantis" })).rejects.toMatchObject({ code: "VALIDATION_FAILED", details: { fields: [{ field: "timeZone" }] } });
  await expect(publishProvider(as(await newUser()))).rejects.toMatchObject({ code: "NOT_ALLOWED" });
});

test("a profile is changed by its provider, numbers are kept in one form, and the audit names fields only", async () => {
  const built = await buildProvider(database.db);
  const app = as(providerActor(built));
  await updateProviderProfile(app, { profile, contact: { ...contact, phone: "030 12345678", notifyBySms: true } });
  expect(await getOwnProvider(app, {})).toMatchObject({ canEdit: true, profile, contact: { phone: "+49 30 12345678", notifyBySms: true } });
  const entry = await database.db.auditEntry.findFirstOrThrow({ where: { subjectId: built.providerId, action: "provider.update" } });
  expect(JSON.stringify([entry.before, entry.after])).not.toMatch(/Ruth|3012345678|example/);
  await expect(updateProviderProfile(app, { profile, contact: { ...contact, phone: "12" } })).rejects.toMatchObject({ code: "VALIDATION_FAILED", details: { fields: [{ field: "contact.phone" }] } });
});

test("the front desk sees a profile and changes nothing; strangers do not even see it", async () => {
  const built = await buildProvider(database.db);
  const other = await buildProvider(database.db);
  const scope = { providerId: built.providerId };
  const desk = as(deskActor(built, other.userId));
  expect((await getOwnProvider(desk, scope)).canEdit).toBe(false);
  await expect(updateProviderProfile(desk, { ...scope, profile, contact })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(getOwnProvider(as(providerActor(other)), scope)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
});
