import * as z from "zod";
import { DaysShape, withinDays } from "@/application/availability/availability-schemas";
import { HoldView } from "@/application/booking/booking-schemas";
import { InstantSchema, PriceSchema, SlugSchema, VisitModeSchema } from "@/application/shared/common-schemas";

/** Which of a clinic's providers are asked: all, or those at one location. */
const PlaceShape = { organization: SlugSchema, location: SlugSchema.optional() };

export const ClinicInput = z.strictObject(PlaceShape);
export type ClinicInput = z.infer<typeof ClinicInput>;

export const FindAnySlotsInput = withinDays(z.strictObject({ ...PlaceShape, service: SlugSchema, ...DaysShape }));
export type FindAnySlotsInput = z.infer<typeof FindAnySlotsInput>;

export const AnySlotView = z.object({
  startsAt: z.string(),
  /** Wall clock in the asked zone and at the clinic, "YYYY-MM-DDTHH:mm". */
  localStart: z.string(),
  clinicLocalStart: z.string(),
  /** How many providers are free then. */
  providers: z.int(),
});
export type AnySlotView = z.infer<typeof AnySlotView>;

export const AnySlotsView = z.object({ organization: z.string(), location: z.string().nullable(), service: z.string(), timeZone: z.string(), clinicTimeZone: z.string(), slots: z.array(AnySlotView) });
export type AnySlotsView = z.infer<typeof AnySlotsView>;

export const HoldAnySlotInput = z.strictObject({ ...PlaceShape, service: SlugSchema, startsAt: InstantSchema, mode: VisitModeSchema });
export type HoldAnySlotInput = z.infer<typeof HoldAnySlotInput>;

/** The held start and whose it is. */
export const AnyHoldView = HoldView.extend({ provider: z.object({ slug: z.string(), name: z.string(), title: z.string(), portraitSeed: z.string(), timeZone: z.string() }) });
export type AnyHoldView = z.infer<typeof AnyHoldView>;

/** A clinic as its patients see it: only what can be booked. */
export const ClinicView = z.object({
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
  locations: z.array(z.object({ slug: z.string(), name: z.string(), city: z.string() })),
  services: z.array(z.object({ slug: z.string(), name: z.string(), durationMinutes: z.int(), modes: z.array(VisitModeSchema), /** The lowest. */ price: PriceSchema, horizonDays: z.int(), /** Who offers it. */ providers: z.int() })),
  providers: z.array(z.object({ slug: z.string(), name: z.string(), title: z.string(), portraitSeed: z.string() })),
});
export type ClinicView = z.infer<typeof ClinicView>;
