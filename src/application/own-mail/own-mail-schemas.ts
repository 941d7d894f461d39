import * as z from "zod";

export const OwnMailView = z.object({
  /** "unavailable" where this installation sends nothing through Google, "no-account" where no Google account is connected that could. */
  state: z.enum(["unavailable", "no-account", "off", "on"]),
  /** Where e-mails come from, or would while there is a problem. */
  address: z.string().nullable(),
  /** Why SendGrid sends meanwhile, and what mends it: connect again, ask Google for leave again, or time. */
  problem: z.object({ sentence: z.string(), fix: z.enum(["reconnect", "ask", "wait"]) }).nullable(),
  connectionId: z.uuid().nullable(),
  sentToday: z.int(),
  sendsPerDay: z.int(),
  /** The accounts that can be chosen; `isAllowed`: Google has given leave already. */
  accounts: z.array(z.object({ connectionId: z.uuid(), address: z.string(), isAllowed: z.boolean() })),
});
export type OwnMailView = z.infer<typeof OwnMailView>;

export const TurnOnOwnMailInput = z.strictObject({ connectionId: z.uuid({ error: "must be the connection's id" }) });
