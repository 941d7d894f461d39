import * as z from "zod";

/** Upper-cases text and turns hyphens into underscores, so that "in-person" and "IN_PERSON" are the same choice. */
const asChoice = (value: unknown) => (typeof value === "string" ? value.trim().toUpperCase().replaceAll("-", "_") : value);

const oneOf = <const T extends readonly [string, ...string[]]>(choices: T) => z.preprocess(asChoice, z.enum(choices, { error: `must be one of ${choices.join(", ")}` }));

export const VisitModeSchema = oneOf(["IN_PERSON", "ONLINE", "PHONE"]);
export type VisitMode = z.infer<typeof VisitModeSchema>;

export const ChannelSchema = oneOf(["EMAIL", "SMS", "WHATSAPP"]);
export type Channel = z.infer<typeof ChannelSchema>;

export const BookingStatusSchema = z.enum(["HELD", "PENDING", "CONFIRMED", "CHECKED_IN", "COMPLETED", "EXPIRED", "DECLINED", "CANCELLED", "RESCHEDULED", "NO_SHOW"]);
export type BookingStatus = z.infer<typeof BookingStatusSchema>;

export const SlugSchema = z.string({ error: "must be a slug such as amara-okafor" }).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "must be lower-case letters, digits and hyphens" }).max(80, { error: "must have at most 80 characters" });

/** What the database and the arithmetic of days can hold, hours around the edges included. */
const hasUsualYear = (value: string) => /^[1-9]\d{3}-/.test(value) && !value.startsWith("9999-");

/** An instant on the wire: ISO 8601 with an offset or Z. Normalised to UTC. */
export const InstantSchema = z.iso
  .datetime({ offset: true, error: "must be an instant with an offset, such as 2026-11-24T15:30:00Z" })
  .transform((value) => new Date(value).toISOString())
  .refine(hasUsualYear, { error: "must be an instant in the years 1000 to 9998" });

export const CivilDateSchema = z.iso.date({ error: "must be a date such as 2026-11-24" }).refine(hasUsualYear, { error: "must be a date in the years 1000 to 9998" });

/** Whether the zone exists is decided where zone data is at hand. */
export const TimeZoneSchema = z
  .string({ error: "must be an IANA time zone such as Europe/Berlin" })
  .regex(/^[A-Za-z][A-Za-z0-9_+\-/]{1,63}$/, { error: "must be an IANA time zone such as Europe/Berlin" });

/** One line of text for people: no control characters, trimmed. */
export const lineOfText = (maximum: number) =>
  z
    .string({ error: "must be text" })
    .trim()
    .min(1, { error: "must not be empty" })
    .max(maximum, { error: `must have at most ${maximum} characters` })
    .refine((value) => !/[\u0000-\u001f\u007f\u2028\u2029]/.test(value), { error: "must be one line without control characters" });

/** `phone` is what is dialled, E.164; `phoneText` how it reads. */
export const PhoneShape = { phone: z.string(), phoneText: z.string() };
export const OptionalPhoneShape = { phone: z.string().nullable(), phoneText: z.string().nullable() };

export const PriceSchema = z.object({ amount: z.int().min(0).meta({ description: "Integer minor units" }), currency: z.string().length(3) });
