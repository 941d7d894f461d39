import * as z from "zod";
import { CivilDateSchema, InstantSchema, SlugSchema, TimeZoneSchema } from "@/application/shared/common-schemas";

/** Longest span one question may cover, in days. */
export const MAX_RANGE_DAYS = 92;

const dayCount = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** First and last local day in `timeZone`, both included. */
export const DaysShape = { from: CivilDateSchema, to: CivilDateSchema, timeZone: TimeZoneSchema };

/** Refuses days in the wrong order and too many at once; what is no date at all is not also called a wrong span. */
export const withinDays = <Schema extends z.ZodType<{ from: string; to: string }>>(schema: Schema) =>
  schema
    .refine((input) => !(dayCount(input.from, input.to) < 0), { path: ["to"], error: "must not be before `from`" })
    .refine((input) => !(dayCount(input.from, input.to) > MAX_RANGE_DAYS), { path: ["to"], error: `must be at most ${MAX_RANGE_DAYS} days after \`from\`` });

export const FindSlotsInput = withinDays(z.strictObject({ provider: SlugSchema, service: SlugSchema, ...DaysShape }));
export type FindSlotsInput = z.infer<typeof FindSlotsInput>;

export const SlotView = z.object({
  startsAt: z.string(),
  endsAt: z.string(),
  /** Wall clock in the asked zone and in the provider's, "YYYY-MM-DDTHH:mm". */
  localStart: z.string(),
  providerLocalStart: z.string(),
});
export type SlotView = z.infer<typeof SlotView>;

export const SlotsView = z.object({
  provider: z.string(),
  service: z.string(),
  timeZone: z.string(),
  providerTimeZone: z.string(),
  slots: z.array(SlotView),
});
export type SlotsView = z.infer<typeof SlotsView>;

export const ExplainSlotInput = z.strictObject({ provider: SlugSchema, service: SlugSchema, startsAt: InstantSchema });
export type ExplainSlotInput = z.infer<typeof ExplainSlotInput>;

/** Why a start is or is not offered, for the clinic. */
export const ExplanationView = z.object({
  startsAt: z.string(),
  isOffered: z.boolean(),
  rule: z.enum(["IN_THE_PAST", "NOTICE_TOO_SHORT", "BEYOND_HORIZON", "OUTSIDE_HOURS", "CLOSED", "ON_BREAK", "BUSY", "DAILY_CAP", "OFF_GRID"]).nullable(),
  sentence: z.string(),
  /** What is in the way, when something is. */
  interval: z.object({ from: z.string(), to: z.string() }).nullable(),
});
export type ExplanationView = z.infer<typeof ExplanationView>;
