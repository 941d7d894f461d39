import { uuidv7 } from "uuidv7";
import type { AppContext } from "@/application/shared/context";
import type { BreakRule, ScheduleFacts, WeeklyRule } from "@/domain/availability/availability-facts";
import { addDays, civilDateOf } from "@/domain/time/civil-date";
import type { Interval } from "@/domain/time/interval";
import { privateEventsOf } from "./private-events";
import { PROVIDERS, type SeedProvider } from "./world";

export interface SeededProvider {
  readonly id: string;
  readonly userId: string;
  readonly locationId: string | null;
  readonly schedule: ScheduleFacts;
  /** What the provider's calendar will say once it is connected: no booking of the demonstration runs over it. */
  readonly busy: readonly Interval[];
  readonly services: readonly Awaited<ReturnType<AppContext["db"]["service"]["create"]>>[];
}

const isWeekday = (day: number): day is WeeklyRule["weekday"] => day >= 1 && day <= 7;

function minutesOf(range: string): { startMinute: number; endMinute: number } {
  const [start = "", end = ""] = range.split("-");
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  return { startMinute: minutes(start), endMinute: minutes(end) };
}

/** Writes the providers with their users, services, hours, breaks and leave. */
export async function seedProviders(app: AppContext): Promise<SeededProvider[]> {
  const seeded: SeededProvider[] = [];
  for (const person of PROVIDERS) seeded.push(await seedProvider(app, person));
  return seeded;
}

async function seedProvider(app: AppContext, person: SeedProvider): Promise<SeededProvider> {
  const { db } = app;
  const location = person.location ? await db.location.findFirstOrThrow({ where: { slug: person.location.location, organization: { slug: person.location.organization } } }) : null;
  const user = await db.user.create({ data: { id: uuidv7(), email: person.email, name: person.name } });
  const provider = await db.provider.create({
    data: {
      id: uuidv7(), slug: person.slug, userId: user.id, organizationId: location?.organizationId ?? null, locationId: location?.id ?? null, status: "ACTIVE", name: person.name, title: person.title,
      bio: person.bio, specialities: [...person.specialities], languages: [...person.languages], timeZone: person.timeZone, email: person.email, phone: person.phone, portraitSeed: person.portraitSeed,
    },
  });
  const services = [];
  for (const [position, service] of person.services.entries()) {
    services.push(await db.service.create({ data: { ...service, modes: [...service.modes], id: uuidv7(), providerId: provider.id, currency: person.currency, position } }));
  }
  const weekly: WeeklyRule[] = Object.entries(person.hours).map(([day, range]) => ({ weekday: weekdayOf(day), ...minutesOf(range) }));
  const lunch = person.lunch;
  const breaks: BreakRule[] = lunch ? weekly.map(({ weekday }) => ({ weekday, ...minutesOf(lunch) })) : [];
  await db.availabilityRule.createMany({
    data: [...weekly.map((rule) => ({ ...rule, kind: "OPEN" as const })), ...breaks.map((rule) => ({ ...rule, kind: "BREAK" as const }))].map((rule) => ({ id: uuidv7(), providerId: provider.id, ...rule })),
  });
  const exceptions = await seedLeave(app, provider.id, person);
  return { id: provider.id, userId: user.id, locationId: provider.locationId, schedule: { timeZone: person.timeZone, weekly, breaks, exceptions, holidays: [] }, busy: busyOf(app, person), services };
}

const busyOf = (app: AppContext, { slug, timeZone }: SeedProvider): Interval[] =>
  privateEventsOf(slug, timeZone, app.clock.now()).filter(({ isFree }) => !isFree).map(({ span }) => span);

function weekdayOf(day: string): WeeklyRule["weekday"] {
  const weekday = Number(day);
  if (!isWeekday(weekday)) throw new Error(`weekday must be 1 to 7, not ${day}`);
  return weekday;
}

async function seedLeave(app: AppContext, providerId: string, person: SeedProvider): Promise<ScheduleFacts["exceptions"]> {
  if (!person.leave) return [];
  const from = addDays(civilDateOf(app.clock.now(), person.timeZone), person.leave.inDays);
  const dates = Array.from({ length: person.leave.days }, (_, offset) => addDays(from, offset));
  const to = dates.at(-1) ?? from;
  await app.db.availabilityException.create({ data: { id: uuidv7(), providerId, kind: "CLOSED", fromDate: new Date(from), toDate: new Date(to), label: person.leave.label } });
  return dates.map((onDate) => ({ onDate, kind: "closed" as const }));
}
