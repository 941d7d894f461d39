import * as z from "zod";

/** One thing that happened to a message. */
export const MessageStepView = z.object({ kind: z.enum(["queued", "sent", "delivered", "read", "opened", "clicked", "failed"]), at: z.string(), /** On the provider's clock, "YYYY-MM-DDTHH:mm". */ localAt: z.string() });
export type MessageStepView = z.infer<typeof MessageStepView>;
