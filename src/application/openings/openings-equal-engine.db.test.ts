import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nextSlots } from "@/application/availability/next-slots";
import { SearchProvidersInput } from "@/application/providers/provider-schemas";
import { searchProviders } from "@/application/providers/search-providers";
import type { AppContext } from "@/application/shared/context";
import { buildBooking } from "@tests/support/builders/build-booking";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";
import { seededRandom, type Random } from "../../../bench/availability/seeded-random";
import { verifyOpenings } from "./verify-openings";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FIRST = Date.parse("2026-11-23T07:00:00Z");
const STEPS = 130;
const TAKING = ["HELD", "PENDING", "CONFIRMED", "CHECKED_IN"] as const;

let database: TestDatabase;
let app: AppContext;
let now = FIRST;
let world: { built: BuiltProvider; calendarId: string }[];
let clinicCalendar: { calendarId: string; organizationId: string };
const read = (mode?: "ONLINE") => searchProviders(app, SearchProvidersInput.parse({ limit: 50, ...(mode && { mode }) }));

beforeAll(async () => {
  database = await createTestDatabase();
  app = testContext(database, { actor: { kind: "guest", id: "g" }, now: () => now });
  const { db } = database;
  world = [];
  for (const timeZone of ["Europe/Berlin", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Europe/London"]) {
    const built = await buildProvider(db, { provider: { timeZone }, service: { minimumNoticeMinutes: 60, horizonDays: 6, bufferAfterMinutes: 15 } });
    await db.service.create({ data: { id: uuidv7(), providerId: built.providerId, slug: "long", name: "Long", durationMinutes: 90, slotStepMinutes: 45, minimumNoticeMinutes: 0, horizonDays: 20, dailyCap: 2, priceAmount: 1, currency: "EUR", modes: ["ONLINE"], position: 1 } });
    world.push({ built, calendarId: (await buildCalendarConnection(db, built.providerId)).calendarId });
  }
  // The first two work for one clinic, at different places of it.
  const { organizationId } = world[0]!.built;
  await db.provider.update({ where: { id: world[1]!.built.providerId }, data: { organizationId } });
  clinicCalendar = { organizationId, calendarId: (await buildCalendarConnection(db, { organizationId })).calendarId };
});
afterAll(() => database.destroy());

/** A provider with a calendar, whom nothing has happened to. */
async function untouched() {
  const built = await buildProvider(database.db, { service: { minimumNoticeMinutes: 60, horizonDays: 6 } });
  return { built, calendarId: (await buildCalendarConnection(database.db, built.providerId)).calendarId };
}

/** What the engine says of everybody, in the order of search. */
async function expected(mode?: "ONLINE") {
  const { db } = database;
  const offered = { some: { isActive: true, ...(mode && { modes: { has: mode } }) } };
  const providers = await db.provider.findMany({ where: { status: "ACTIVE", services: offered }, select: { id: true, slug: true } });
  const starts = await nextSlots(app, { providerIds: providers.map(({ id }) => id), count: 3, ...(mode && { mode }) });
  const ranked = providers.map(({ id, slug }) => ({ id, slug, next: starts.get(id) ?? [] }));
  ranked.sort((a, b) => (a.next[0]?.startsAt ?? Infinity) - (b.next[0]?.startsAt ?? Infinity) || (a.id < b.id ? -1 : 1));
  return ranked.map(({ slug, next }) => ({ slug, next: next.map(({ service, startsAt, endsAt }) => `${service} ${new Date(startsAt).toISOString()} ${new Date(endsAt).toISOString()}`) }));
}

async function agree(what: string, modes: readonly (undefined | "ONLINE")[] = [undefined, "ONLINE"]) {
  for (const mode of modes) {
    const { items } = await read(mode);
    const shown = items.map(({ slug, nextSlots: next }) => ({ slug, next: next.map(({ service, startsAt, endsAt }) => `${service} ${startsAt} ${endsAt}`) }));
    expect(shown, `${what} at ${new Date(now).toISOString()}, ${mode ?? "all modes"}`).toEqual(await expected(mode));
  }
}

/** A start on the half hour, mostly soon, where it matters. */
const someStart = (random: Random) => Math.ceil(now / (30 * MINUTE)) * 30 * MINUTE + random.int(0, random.pick([6, 12, 12, 7 * 48])) * 30 * MINUTE;

/** Mostly one of the next free starts. */
async function bookAnything(random: Random, { providerId }: BuiltProvider) {
  const free = (await nextSlots(app, { providerIds: [providerId], count: 4 })).get(providerId) ?? [];
  const startsAt = random.pick([someStart(random), ...free.map((slot) => slot.startsAt)]);
  const service = await database.db.service.findFirstOrThrow({ where: { providerId, ...(random.int(0, 3) === 0 && { slug: "long" }) } });
  const isHeld = random.int(0, 3) > 0;
  await buildBooking(database.db, world.find(({ built }) => built.providerId === providerId)!.built, {
    startsAt: new Date(startsAt).toISOString(),
    booking: {
      serviceId: service.id, endsAt: new Date(startsAt + service.durationMinutes * MINUTE), blockedTo: new Date(startsAt + (service.durationMinutes + service.bufferAfterMinutes) * MINUTE), isOverbook: true, overrideReason: "test",
      ...(isHeld && { status: "HELD", holdTokenHash: "x", holdExpiresAt: new Date(now + random.int(1, 15) * MINUTE) }),
    },
  });
}

/** Every kind of change that decides what is free. */
const CHANGES: Record<string, (random: Random, place: (typeof world)[number]) => Promise<unknown>> = {
  "a booking or a hold": (random, { built }) => bookAnything(random, built),
  "another booking or hold": (random, { built }) => bookAnything(random, built),
  "one more booking or hold": (random, { built }) => bookAnything(random, built),
  "a booking ends": async (random, { built }) => {
    const booking = await database.db.booking.findFirst({ where: { providerId: built.providerId, status: { in: [...TAKING] }, endsAt: { gt: new Date(now) } }, orderBy: { startsAt: "asc" }, skip: random.int(0, 2) });
    if (booking) await database.db.booking.update({ where: { id: booking.id }, data: { status: random.pick(["CANCELLED", "COMPLETED", "NO_SHOW", "CONFIRMED"]) } });
  },
  "a booking moves": async (random, { built }) => {
    const booking = await database.db.booking.findFirst({ where: { providerId: built.providerId, status: "CONFIRMED", startsAt: { gt: new Date(now) } }, orderBy: { startsAt: "asc" } });
    const startsAt = someStart(random);
    const at = (minutes: number) => new Date(startsAt + minutes * MINUTE);
    if (booking) await database.db.booking.update({ where: { id: booking.id }, data: { startsAt: at(0), blockedFrom: at(0), endsAt: at(30), blockedTo: at(45) } });
  },
  "an event in a calendar": async (random, { built, calendarId }) => {
    const startsAt = new Date(someStart(random));
    await database.db.busyInterval.create({ data: { id: uuidv7(), calendarId, providerId: built.providerId, externalEventId: uuidv7(), startsAt, endsAt: new Date(startsAt.getTime() + random.pick([1, 2, 12]) * HOUR), kind: "default" } });
  },
  "an event in the clinic's calendar": async (random) => {
    const startsAt = new Date(someStart(random));
    await database.db.busyInterval.create({ data: { id: uuidv7(), ...clinicCalendar, externalEventId: uuidv7(), startsAt, endsAt: new Date(startsAt.getTime() + 3 * HOUR), kind: "default" } });
  },
  "an event moves or goes": async (random) => {
    const event = await database.db.busyInterval.findFirst({ where: { endsAt: { gt: new Date(now) } }, orderBy: { startsAt: "asc" }, skip: random.int(0, 3) });
    if (!event) return;
    const where = { id: event.id };
    if (random.int(0, 2) === 0) await database.db.busyInterval.delete({ where });
    else await database.db.busyInterval.update({ where, data: { startsAt: new Date(event.startsAt.getTime() + 2 * HOUR), endsAt: new Date(event.endsAt.getTime() + 2 * HOUR) } });
  },
  "a calendar is put in or out of use": async (random, { calendarId }) => {
    const id = random.pick([calendarId, clinicCalendar.calendarId]);
    const { readsBusy } = await database.db.calendar.findUniqueOrThrow({ where: { id } });
    await database.db.calendar.update({ where: { id }, data: { readsBusy: !readsBusy } });
  },
  "the clinic's calendar belongs to a place, or to all": async (random) => {
    await database.db.calendar.update({ where: { id: clinicCalendar.calendarId }, data: { locationId: random.pick([null, world[0]!.built.locationId]) } });
  },
  "weekly hours": async (random, { built: { providerId } }) => {
    await database.db.availabilityRule.deleteMany({ where: { providerId, weekday: random.int(1, 8) } });
    await database.db.availabilityRule.create({ data: { id: uuidv7(), providerId, kind: random.pick(["OPEN", "OPEN", "BREAK"]), weekday: random.int(1, 8), startMinute: random.pick([420, 600]), endMinute: random.pick([660, 1140]) } });
  },
  "a dated change": async (random, { built: { providerId } }) => {
    const onDate = new Date(new Date(now + random.int(0, 5) * DAY).toISOString().slice(0, 10));
    await database.db.availabilityException.create({ data: { id: uuidv7(), providerId, kind: "CLOSED", fromDate: onDate, toDate: onDate } });
  },
  "a holiday": async (random, { built: { organizationId } }) => {
    const onDate = new Date(new Date(now + random.int(0, 9) * DAY).toISOString().slice(0, 10));
    await database.db.holiday.upsert({ where: { organizationId_onDate: { organizationId, onDate } }, create: { id: uuidv7(), organizationId, onDate, name: "Day off" }, update: {} });
  },
  "a service": async (random, { built: { providerId } }) => {
    const data = random.pick([{ durationMinutes: random.pick([30, 60]) }, { minimumNoticeMinutes: random.pick([0, 60, 300]) }, { isActive: random.int(0, 3) > 0 }, { horizonDays: random.pick([0, 1, 9]) }, { dailyCap: random.pick([1, null]) }, { modes: random.pick([["ONLINE" as const], ["IN_PERSON" as const]]) }]);
    await database.db.service.updateMany({ where: { providerId, slug: random.pick(["consultation", "long"]) }, data });
  },
  "a provider": async (random, { built: { providerId } }) => {
    await database.db.provider.update({ where: { id: providerId }, data: random.pick([{ status: "SUSPENDED" as const }, { status: "ACTIVE" as const }, { status: "ACTIVE" as const }, { timeZone: "Asia/Kolkata" }, { name: "Dr Renamed" }]) });
  },
  "time passes": (random) => {
    now += random.pick([7 * MINUTE, 40 * MINUTE, 3 * HOUR, 9 * HOUR]);
    return Promise.resolve();
  },
  "a little time passes": (random) => {
    now += random.pick([3 * MINUTE, 11 * MINUTE]);
    return Promise.resolve();
  },
};

describe("the openings that search reads", () => {
  it("are what the engine says, whatever changes and as time passes", async () => {
    const random = seededRandom(20_261_121);
    await agree("at first");
    for (let step = 0; step < STEPS; step++) {
      const what = random.pick(Object.keys(CHANGES));
      await CHANGES[what]!(random, random.pick(world));
      await agree(`step ${step}, ${what}`, [random.int(0, 3) === 0 ? "ONLINE" : undefined]);
    }
    expect(await verifyOpenings(app)).toEqual({ looked: await database.db.providerListing.count(), wrong: [] });
  });

  it("follow an event that moves onto the next free time and away again", async () => {
    const { built, calendarId } = await untouched();
    const event = await database.db.busyInterval.create({ data: { id: uuidv7(), calendarId, providerId: built.providerId, externalEventId: uuidv7(), startsAt: new Date(now - 2 * HOUR), endsAt: new Date(now - HOUR), kind: "default" } });
    const next = async () => (await nextSlots(app, { providerIds: [built.providerId], count: 1 })).get(built.providerId)?.[0]?.startsAt;
    const free = (await next()) ?? NaN;
    await agree("before the event is in the way");
    for (const [startsAt, isInTheWay] of [[free, true], [now - 2 * HOUR, false]] as const) {
      await database.db.busyInterval.update({ where: { id: event.id }, data: { startsAt: new Date(startsAt), endsAt: new Date(startsAt + HOUR) } });
      expect((await next()) === free).toBe(!isInTheWay);
      await agree(isInTheWay ? "in the way" : "out of the way");
    }
  });

  it("are found wrong and mended by the nightly look when a change was never noted", async () => {
    await database.pool.query("UPDATE provider SET status = 'ACTIVE'");
    await read();
    const [first] = await database.db.nextOpening.findMany({ where: { scope: "ANY" }, select: { providerId: true } });
    await database.pool.query("UPDATE next_opening SET not_before = '2026-01-01', starts = '{2027-01-01}', offered_until = '{2027-01-01}', openings = '[[1798761600000, 1798765200000, \"x\", 1798761600000]]' WHERE provider_id = $1 AND scope = 'ANY'", [first!.providerId]);
    expect((await verifyOpenings(app)).wrong).toEqual([first!.providerId]);
    await agree("mended");
    expect((await verifyOpenings(app)).wrong).toEqual([]);
  });

  it("are not believed by an earlier clock", async () => {
    await read();
    now -= 3 * HOUR;
    await agree("three hours earlier");
  });
});
