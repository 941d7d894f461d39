import { z } from "zod";

/** A coming visit that Google refused to take. Whose it is, the list of bookings tells. */
export const FailedVisitView = z.object({
  startsAt: z.string(),
  /** As the provider's clock shows it: "2026-11-24T15:30". */
  localStart: z.string(),
  /** Why, in words. */
  reason: z.string(),
});

export const CalendarBatchView = z.object({
  /** The latest going over of coming visits to a calendar: while it is under way, and for a day. */
  latest: z
    .object({
      calendarName: z.string(),
      total: z.int(),
      /** Stand there, or were called off meanwhile. */
      done: z.int(),
      waiting: z.int(),
      failed: z.int(),
      /** Null while it is under way. */
      finishedAt: z.string().nullable(),
      /** Why it does not get on at the moment; null when it does. */
      hindrance: z.string().nullable(),
    })
    .nullable(),
  /** The first of the coming visits that Google refused, of this batch or not. */
  failedVisits: z.array(FailedVisitView),
});
export type CalendarBatchView = z.infer<typeof CalendarBatchView>;
