import * as z from "zod";
import { SlugSchema, VisitModeSchema } from "@/application/shared/common-schemas";
import { LEFT_OUT_REASONS } from "@/domain/calendar-import/match-visit";

const pattern = (what: string) => z.string({ error: `must be a part of ${what}` }).trim().max(80, { error: "must have at most 80 characters" });

/** Which events become which visits: a part of the title and of the invited person's address; `*` stands for anything, nothing for all. */
export const ImportRuleSchema = z.strictObject({ title: pattern("the title"), attendee: pattern("the address"), service: SlugSchema, mode: VisitModeSchema });
export type ImportRule = z.infer<typeof ImportRuleSchema>;

export const StartImportInput = z.strictObject({
  calendarId: z.uuid({ error: "must be a calendar's id" }),
  rules: z.array(ImportRuleSchema).min(1, { error: "needs at least one rule" }).max(10, { error: "must be at most ten rules" }),
  /** Only says what would become of the events; nothing is written. */
  isPreview: z.boolean({ error: "must be true or false" }).optional(),
});
export type StartImportInput = z.infer<typeof StartImportInput>;

export const ImportEntryView = z.object({
  startsAt: z.string(),
  /** As the provider's clock shows it: "2026-11-24T15:30". */
  localStart: z.string(),
  /** Why it becomes no booking; null when it does. */
  leftOut: z.string().nullable(),
  serviceName: z.string().nullable(),
  patient: z.object({ name: z.string(), email: z.string() }).nullable(),
});
export type ImportEntryView = z.infer<typeof ImportEntryView>;

export const ImportView = z.object({
  id: z.uuid(),
  calendarId: z.uuid(),
  calendarName: z.string(),
  rules: z.array(ImportRuleSchema),
  state: z.enum(["RUNNING", "FINISHED", "FAILED"]),
  isPreview: z.boolean(),
  /** Events that were found; null until the calendar was read. */
  total: z.int().nullable(),
  /** Bookings that were made, or of a preview would be. */
  imported: z.int(),
  leftOut: z.array(z.object({ reason: z.enum(LEFT_OUT_REASONS), count: z.int(), sentence: z.string() })),
  /** By time, for whoever may connect the calendar and for a day: all of a preview, else what was left out. */
  entries: z.array(ImportEntryView),
  /** Why it failed; of one that runs, why Google does not answer it just now. */
  problem: z.string().nullable(),
  /** Since when Google does not answer one that runs. */
  stalledSince: z.string().nullable(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type ImportView = z.infer<typeof ImportView>;
