import * as z from "zod";
import { STALE_MINUTES } from "@/domain/booking/calendar-outage";

const policyFields = {
  /** While a calendar does not answer: every booking is a request, or what was read last counts until it is too old. */
  answer: z.enum(["ACCEPT_AS_PENDING", "ACCEPT_ON_LAST_KNOWN"], { error: "must be ACCEPT_AS_PENDING or ACCEPT_ON_LAST_KNOWN" }),
  /** Busy times read longer ago than this are no ground to confirm on. */
  staleMinutes: z.int({ error: "must be a whole number of minutes" }).min(STALE_MINUTES.least, { error: `must be at least ${STALE_MINUTES.least}` }).max(STALE_MINUTES.most, { error: `must be at most ${STALE_MINUTES.most} (a day)` }),
  /** Whether Google is asked once more, briefly, when a patient confirms. */
  asksLive: z.boolean({ error: "must be true or false" }),
};

export const OutagePolicyView = z.object({ ...policyFields, canEdit: z.boolean() });
export type OutagePolicyView = z.infer<typeof OutagePolicyView>;

export const SetOutagePolicyInput = z.strictObject({ providerId: z.uuid({ error: "must be a provider's id" }).optional(), ...policyFields });
export type SetOutagePolicyInput = z.infer<typeof SetOutagePolicyInput>;

export const WaitingView = z.object({
  /** Bookings made now become requests. */
  isUnanswered: z.boolean(),
  /** One of the accounts has to be connected again. */
  needsReconnect: z.boolean(),
  requests: z.array(
    z.object({
      reference: z.string(),
      patientName: z.string(),
      /** On the provider's clock, "YYYY-MM-DDTHH:mm". */
      localStart: z.string(),
      wait: z.enum(["waiting", "clash"]),
    }),
  ),
});
export type WaitingView = z.infer<typeof WaitingView>;
