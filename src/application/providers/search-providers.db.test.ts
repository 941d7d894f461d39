import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { testContext } from "@tests/support/test-context";
import type { AppContext } from "@/application/shared/context";
import { listSearchChoices } from "./list-search-choices";
import { SearchProvidersInput } from "./provider-schemas";
import { searchProviders } from "./search-providers";

// Tuesday 09:00 in Berlin: open hours from 09:00 have just begun.
const NOW = Date.parse("2026-11-24T08:00:00Z");

let database: TestDatabase;
let app: AppContext;
let skin: BuiltProvider;
let feet: BuiltProvider;
let closed: BuiltProvider;
let draft: BuiltProvider;

const search = async (input: Partial<SearchProvidersInput>) => searchProviders(app, SearchProvidersInput.parse(input));
const slugs = async (input: Partial<SearchProvidersInput>) => (await search(input)).items.map((card) => card.slug);

beforeAll(async () => {
  database = await createTestDatabase();
  app = testContext(database, { actor: { kind: "guest", id: "g" }, now: NOW });
  feet = await buildProvider(database.db, { provider: { slug: "jo-muller", name: "Jo Müller", title: "Podiatrist", specialities: ["Podiatry"], languages: ["de-AT", "en"], bio: "Runners and their ankles." }, service: { description: "Also for children.", modes: ["IN_PERSON"], minimumNoticeMinutes: 240 } });
  skin = await buildProvider(database.db, { provider: { slug: "amara-okafor", name: "Dr Amara Okafor", title: "Dermatologist", specialities: ["Dermatology"], languages: ["en"] }, service: { name: "Skin check 100%", modes: ["ONLINE"] } });
  closed = await buildProvider(database.db, { provider: { slug: "never-free", name: "Never Free", languages: ["fr"] }, weekly: [] });
  draft = await buildProvider(database.db, { provider: { slug: "not-yet", name: "Dr Not Yet", status: "DRAFT", specialities: ["Secret"], languages: ["xx"] } });
});
afterAll(() => database.destroy());

describe("searchProviders", () => {
  it("shows active providers, the one free soonest first and those without times last", async () => {
    expect(await slugs({})).toEqual([skin.providerSlug, feet.providerSlug, closed.providerSlug]);
    expect(await slugs({})).not.toContain(draft.providerSlug);
  });

  it("gives each its next three starts, in the asked zone and its own", async () => {
    const [card] = (await search({ query: "okafor", timeZone: "Europe/London" })).items;
    expect(card?.nextSlots.map((slot) => slot.startsAt)).toEqual(["2026-11-24T08:00:00.000Z", "2026-11-24T08:30:00.000Z", "2026-11-24T09:00:00.000Z"]);
    expect(card?.nextSlots[0]).toMatchObject({ service: skin.serviceSlug, localStart: "2026-11-24T08:00", providerLocalStart: "2026-11-24T09:00" });
    expect(card?.nextAvailable).toBe("2026-11-24T08:00:00.000Z");
    expect((await search({ query: "okafor" })).items[0]?.nextSlots[0]?.localStart).toBe("2026-11-24T09:00");
  });

  it("finds words in name, speciality, bio, service and place, without accents and in any order", async () => {
    expect(await slugs({ query: "muller jo" })).toEqual([feet.providerSlug]);
    expect(await slugs({ query: "DERMATO" })).toEqual([skin.providerSlug]);
    expect(await slugs({ query: "skin berlin" })).toEqual([skin.providerSlug]);
    expect(await slugs({ query: "skin munich" })).toEqual([]);
    expect(await slugs({ query: "ankle" })).toEqual([feet.providerSlug]);
    expect(await slugs({ query: "children" })).toEqual([feet.providerSlug]);
  });

  it("takes the pattern characters of LIKE literally", async () => {
    expect(await slugs({ query: "100%" })).toEqual([skin.providerSlug]);
    expect(await slugs({ query: "%" })).toEqual([skin.providerSlug]);
    expect(await slugs({ query: "_" })).toEqual([]);
    expect(await slugs({ query: "\\" })).toEqual([]);
  });

  it("narrows by language with or without region, mode, city and speciality", async () => {
    expect(await slugs({ language: "de" })).toEqual([feet.providerSlug]);
    expect(await slugs({ mode: "ONLINE" })).toEqual([skin.providerSlug, closed.providerSlug]);
    expect(await slugs({ city: "BERLIN", speciality: "podiatry" })).toEqual([feet.providerSlug]);
    expect(await slugs({ city: "Hamburg" })).toEqual([]);
  });

  it("goes on behind the last of the page before", async () => {
    const first = await search({ limit: 2 });
    const second = await search({ limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map((card) => card.slug)).toEqual(await slugs({}));
    expect(second.nextCursor).toBeNull();
  });

  it("refuses a zone that does not exist", async () => {
    await expect(search({ timeZone: "Mars/Olympus" })).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
  });

  it("tells nothing private", async () => {
    const text = JSON.stringify(await search({}));
    expect(text).not.toContain("@example.test");
    expect(text).not.toContain(skin.providerId);
  });
});

describe("listSearchChoices", () => {
  it("names what active providers have, each once", async () => {
    expect(await listSearchChoices(app)).toEqual({ specialities: ["Dermatology", "General practice", "Podiatry"], cities: ["Berlin"], languages: ["de", "en", "fr"] });
  });
});
