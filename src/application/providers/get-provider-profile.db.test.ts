import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { buildProvider } from "@tests/support/builders/build-provider";
import { testContext } from "@tests/support/test-context";
import type { AppContext } from "@/application/shared/context";
import { getProviderProfile } from "./get-provider-profile";
import { ProviderProfile } from "./provider-schemas";

const NOW = Date.parse("2026-11-24T08:00:00Z");

let database: TestDatabase;
let app: AppContext;

beforeAll(async () => {
  database = await createTestDatabase();
  app = testContext(database, { actor: { kind: "guest", id: "g" }, now: NOW });
});
afterAll(() => database.destroy());

describe("getProviderProfile", () => {
  it("shows an active provider with services in their order and the next times", async () => {
    const built = await buildProvider(database.db, { provider: { bio: "Skin, calmly." } });
    await database.db.service.create({ data: { id: crypto.randomUUID(), providerId: built.providerId, slug: "hidden", name: "Hidden", durationMinutes: 30, priceAmount: 0, currency: "EUR", modes: ["ONLINE"], isActive: false } });
    const profile = await getProviderProfile(app, { provider: built.providerSlug });
    expect(ProviderProfile.parse(profile)).toEqual(profile);
    expect(profile).toMatchObject({ slug: built.providerSlug, bio: "Skin, calmly.", nextAvailable: "2026-11-24T08:00:00.000Z", location: { city: "Berlin", phone: "+493012345678" } });
    expect(profile.services.map((service) => service.slug)).toEqual([built.serviceSlug]);
    expect(JSON.stringify(profile)).not.toContain("@example.test");
  });

  it.each(["DRAFT", "SUSPENDED"] as const)("does not show a provider that is %s", async (status) => {
    const built = await buildProvider(database.db, { provider: { status } });
    await expect(getProviderProfile(app, { provider: built.providerSlug })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("does not show nobody", async () => {
    await expect(getProviderProfile(app, { provider: "nobody" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
