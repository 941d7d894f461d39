import { uuidv7 } from "uuidv7";
import type { Prisma } from "@/generated/prisma/client";
import type { Db } from "@/platform/db";

export interface BuiltProvider {
  readonly userId: string;
  readonly organizationId: string;
  readonly locationId: string;
  readonly providerId: string;
  readonly providerSlug: string;
  readonly serviceId: string;
  readonly serviceSlug: string;
}

/**
 * A tenant of its own: organization, location, signed-in provider, one service (30 minutes every 30, no buffers, no
 * notice, 60 days) and weekly hours 09:00–17:00 on all seven days without a break, in Europe/Berlin by default.
 */
export async function buildProvider(
  db: Db,
  overrides: { provider?: Partial<Prisma.ProviderUncheckedCreateInput>; service?: Partial<Prisma.ServiceUncheckedCreateInput>; weekly?: { weekday: number; startMinute: number; endMinute: number }[] } = {},
): Promise<BuiltProvider> {
  const key = uuidv7();
  const timeZone = overrides.provider?.timeZone ?? "Europe/Berlin";
  const user = await db.user.create({ data: { id: uuidv7(), email: `provider-${key}@example.test`, name: "Dr Test" } });
  const organization = await db.organization.create({ data: { id: uuidv7(), slug: `clinic-${key}`, name: "Test Clinic", email: `clinic-${key}@example.test`, phone: "+493012345678" } });
  const location = await db.location.create({
    data: { id: uuidv7(), organizationId: organization.id, slug: "main", name: "Main site", addressLine: "Teststraße 1", city: "Berlin", postalCode: "10115", country: "DE", timeZone, phone: "+493012345678" },
  });
  const provider = await db.provider.create({
    data: {
      id: uuidv7(), slug: `dr-${key}`, userId: user.id, organizationId: organization.id, locationId: location.id, status: "ACTIVE", name: "Dr Test", title: "General practitioner",
      specialities: ["General practice"], languages: ["en"], timeZone, email: user.email, portraitSeed: key, ...overrides.provider,
    },
  });
  const service = await db.service.create({
    data: {
      id: uuidv7(), providerId: provider.id, slug: "consultation", name: "Consultation", durationMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, slotStepMinutes: 30,
      minimumNoticeMinutes: 0, horizonDays: 60, priceAmount: 5000, currency: "EUR", modes: ["IN_PERSON", "ONLINE"], ...overrides.service,
    },
  });
  const weekly = overrides.weekly ?? [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 }));
  await db.availabilityRule.createMany({ data: weekly.map((rule) => ({ id: uuidv7(), providerId: provider.id, kind: "OPEN" as const, ...rule })) });
  return { userId: user.id, organizationId: organization.id, locationId: location.id, providerId: provider.id, providerSlug: provider.slug, serviceId: service.id, serviceSlug: service.slug };
}
