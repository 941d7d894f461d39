import * as z from "zod";
import { DaysShape, withinDays } from "@/application/availability/availability-schemas";
import { HeardTwiceShape, HoldView } from "@/application/booking/booking-schemas";
import { ServiceView } from "@/application/providers/provider-schemas";
import { InstantSchema, PhoneShape, PriceSchema, SlugSchema, VisitModeSchema } from "@/application/shared/common-schemas";

/** Which of a clinic's providers are asked: all, or those at one location. */
const PlaceShape = { organization: SlugSchema, location: SlugSchema.optional() };

export const ClinicInput = z.strictObject(PlaceShape);
export type ClinicInput = z.infer<typeof ClinicInput>;

export const FindAnySlotsInput = withinDays(z.strictObject({ ...PlaceShape, service: SlugSchema, /** Only those who offer it in this way; all when absent. */ mode: VisitModeSchema.optional(), ...DaysShape }));
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

export const AnySlotsView = z.object({ organization: z.string(), location: z.string().nullable(), service: z.string(), mode: VisitModeSchema.nullable(), timeZone: z.string(), clinicTimeZone: z.string(), slots: z.array(AnySlotView) });
export type AnySlotsView = z.infer<typeof AnySlotsView>;

export const HoldAnySlotInput = z.strictObject({ ...PlaceShape, service: SlugSchema, startsAt: InstantSchema, mode: VisitModeSchema });
export const RepeatableAnyHoldInput = HoldAnySlotInput.extend(HeardTwiceShape);
export type RepeatableAnyHoldInput = z.infer<typeof RepeatableAnyHoldInput>;

/** The held start and whose it is. */
export const AnyHoldView = HoldView.extend({ provider: z.object({ slug: z.string(), name: z.string(), title: z.string(), portraitSeed: z.string(), timeZone: z.string() }) });
export type AnyHoldView = z.infer<typeof AnyHoldView>;

/** A service as a clinic offers it: of whoever asks the least, with what others may ask. */
export const ClinicServiceView = ServiceView.extend({
  longestMinutes: z.int(),
  /** The least in each currency. */
  prices: z.array(PriceSchema),
  /** Some ask more than that. */
  hasOtherPrices: z.boolean(),
});
export type ClinicServiceView = z.infer<typeof ClinicServiceView>;

/** A clinic as its patients see it: only what can be booked. */
export const ClinicView = z.object({
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
  locations: z.array(z.object({ slug: z.string(), name: z.string(), addressLine: z.string(), postalCode: z.string(), city: z.string(), country: z.string(), timeZone: z.string(), ...PhoneShape })),
  services: z.array(ClinicServiceView),
  providers: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      title: z.string(),
      portraitSeed: z.string(),
      timeZone: z.string(),
      /** The slug of where they work. */
      location: z.string().nullable(),
      services: z.array(ServiceView.pick({ slug: true, modes: true, horizonDays: true })),
    }),
  ),
});
export type ClinicView = z.infer<typeof ClinicView>;
