import * as z from "zod";
import { BookingStatusSchema, OptionalPhoneShape, VisitModeSchema } from "@/application/shared/common-schemas";

/** What a patient sees before a video visit. */
export const VisitView = z.object({
  reference: z.string(),
  status: BookingStatusSchema,
  mode: VisitModeSchema,
  door: z.enum(["elsewhere", "unconfirmed", "early", "open", "over", "off"]),
  /** How the video link stands, before the door opens too. */
  link: z.enum(["none", "pending", "ready", "failed"]),
  /** The video link; null as long as the door is not open. */
  url: z.string().nullable(),
  /** The server's clock when it answered: devices' clocks are often wrong. */
  now: z.string(),
  opensAt: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  /** The patient's zone, and the schedule's. */
  timeZone: z.string(),
  providerTimeZone: z.string(),
  /** Local wall-clock starts, "YYYY-MM-DDTHH:mm". */
  localStart: z.string(),
  localOpensAt: z.string(),
  providerLocalStart: z.string(),
  /** The start it was last moved from, in the patient's zone. */
  movedFrom: z.string().nullable(),
  provider: z.object({ slug: z.string(), name: z.string(), portraitSeed: z.string() }),
  /** Where somebody answers when the video does not work. */
  ...OptionalPhoneShape,
});
export type VisitView = z.infer<typeof VisitView>;
