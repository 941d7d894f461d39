import type { Prisma } from "@/generated/prisma/client";
import { phoneView } from "@/application/shared/phone-view";
import type { ProviderCard, ProviderProfile, ServiceView } from "./provider-schemas";

/** What a public page may know of a provider. */
export const PUBLIC_PROVIDER = {
  id: true,
  slug: true,
  name: true,
  title: true,
  bio: true,
  portraitSeed: true,
  specialities: true,
  languages: true,
  timeZone: true,
  organization: { select: { slug: true, name: true, _count: { select: { providers: { where: { status: "ACTIVE" } } } } } },
  location: { select: { name: true, addressLine: true, city: true, postalCode: true, country: true, phone: true } },
  services: {
    where: { isActive: true },
    orderBy: [{ position: "asc" }, { slug: "asc" }],
    select: { slug: true, name: true, description: true, durationMinutes: true, modes: true, priceAmount: true, currency: true, requiresApproval: true, horizonDays: true },
  },
} as const satisfies Prisma.ProviderSelect;

export type PublicProvider = Prisma.ProviderGetPayload<{ select: typeof PUBLIC_PROVIDER }>;

const toServiceView = ({ priceAmount, currency, ...service }: PublicProvider["services"][number]): ServiceView => ({ ...service, price: { amount: priceAmount, currency } });

export function toProviderCard(row: PublicProvider, nextSlots: ProviderCard["nextSlots"]): ProviderCard {
  const { organization, location } = row;
  return {
    slug: row.slug,
    name: row.name,
    title: row.title,
    portraitSeed: row.portraitSeed,
    specialities: row.specialities,
    languages: row.languages,
    timeZone: row.timeZone,
    place: location && { organization: organization?.name ?? "", clinic: organization?.slug ?? null, location: location.name, city: location.city, country: location.country },
    services: row.services.map(toServiceView),
    nextAvailable: nextSlots[0]?.startsAt ?? null,
    nextSlots,
  };
}

export function toProviderProfile(row: PublicProvider, nextSlots: ProviderCard["nextSlots"]): ProviderProfile {
  const { bio, organization, location } = row;
  const clinic = organization !== null && organization._count.providers > 1 ? { slug: organization.slug, name: organization.name } : null;
  return { ...toProviderCard(row, nextSlots), bio, clinic, location: location && { ...location, ...phoneView(location.phone) } };
}
