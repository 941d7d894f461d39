import { z } from "zod";
import { PhoneShape, PriceSchema, SlugSchema, TimeZoneSchema, VisitModeSchema } from "@/application/shared/common-schemas";
import { SlotView } from "@/application/availability/availability-schemas";

export const SearchProvidersInput = z.strictObject({
  /** Matches name, speciality, service or place. */
  query: z.string().trim().max(100).optional(),
  speciality: z.string().trim().max(60).optional(),
  language: z.string().trim().max(35).optional(),
  mode: VisitModeSchema.optional(),
  city: z.string().trim().max(80).optional(),
  /** The zone in which `localStart` of the next times is written; by default each provider's own. */
  timeZone: TimeZoneSchema.optional(),
  limit: z.coerce.number({ error: "must be a number from 1 to 50" }).int({ error: "must be a whole number from 1 to 50" }).min(1, { error: "must be at least 1" }).max(50, { error: "must be at most 50" }).default(20),
  cursor: z.string().max(200).optional(),
});
export type SearchProvidersInput = z.infer<typeof SearchProvidersInput>;

export const ServiceView = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  durationMinutes: z.int(),
  modes: z.array(VisitModeSchema),
  price: PriceSchema,
  requiresApproval: z.boolean(),
  /** How many local days after today can be booked. */
  horizonDays: z.int(),
});
export type ServiceView = z.infer<typeof ServiceView>;

export const ProviderCard = z.object({
  slug: z.string(),
  name: z.string(),
  title: z.string(),
  portraitSeed: z.string(),
  specialities: z.array(z.string()),
  languages: z.array(z.string()),
  timeZone: z.string(),
  place: z.object({ organization: z.string(), /** The slug of the organization's own page. */ clinic: z.string().nullable(), location: z.string(), city: z.string(), country: z.string() }).nullable(),
  services: z.array(ServiceView),
  /** The soonest free start over all services, an ISO instant; null when nothing is free within the horizon. */
  nextAvailable: z.string().nullable(),
  /** The next three starts with the service they belong to. */
  nextSlots: z.array(SlotView.extend({ service: z.string() })),
});
export type ProviderCard = z.infer<typeof ProviderCard>;

export const ProviderPage = z.object({ items: z.array(ProviderCard), nextCursor: z.string().nullable() });
export type ProviderPage = z.infer<typeof ProviderPage>;

export const ProviderProfile = ProviderCard.extend({
  bio: z.string(),
  /** Where others may be free too; null without colleagues. */
  clinic: z.object({ slug: z.string(), name: z.string() }).nullable(),
  location: z.object({ name: z.string(), addressLine: z.string(), city: z.string(), postalCode: z.string(), country: z.string(), ...PhoneShape }).nullable(),
});
export type ProviderProfile = z.infer<typeof ProviderProfile>;

export const ProviderSlugInput = z.strictObject({
  provider: SlugSchema,
  /** The zone in which `localStart` of the next times is written; by default the provider's own. */
  timeZone: TimeZoneSchema.optional(),
});
export type ProviderSlugInput = z.infer<typeof ProviderSlugInput>;

/** What can be chosen from in a search: the values that active providers have, each list in alphabetical order. */
export const SearchChoices = z.object({ specialities: z.array(z.string()), cities: z.array(z.string()), languages: z.array(z.string()) });
export type SearchChoices = z.infer<typeof SearchChoices>;
