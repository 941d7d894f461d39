import { z } from "zod";
import { ChannelSchema } from "@/application/shared/common-schemas";
import { MessageStepView } from "./message-step-schemas";

export const ListMessagesInput = z.strictObject({
  /** Absent: everybody's whom the viewer works for. */
  providerId: z.uuid().optional(),
  /** Part of a patient's name, an address, a number, or a reference. */
  query: z.string().trim().max(100).optional(),
  show: z.enum(["all", "problems", "waiting"]).default("all"),
  limit: z.int().min(1).max(100).default(50),
  cursor: z.uuid().optional(),
});
export type ListMessagesInput = z.infer<typeof ListMessagesInput>;

export const MessageView = z.object({
  id: z.uuid(),
  providerName: z.string(),
  channel: ChannelSchema,
  recipient: z.enum(["PATIENT", "PROVIDER"]),
  /** Who it is for, by name where known. */
  to: z.string(),
  addressText: z.string(),
  title: z.string(),
  reference: z.string().nullable(),
  state: z.enum(["QUEUED", "SENDING", "SENT", "DELIVERED", "READ", "FAILED", "SKIPPED", "EXPIRED"]),
  failure: z.string().nullable(),
  /** The channel that could not reach them and in whose place this one was used. */
  insteadOf: ChannelSchema.nullable(),
  /** From where an e-mail came, when that is particular. */
  origin: z.string().nullable(),
  attempts: z.int(),
  steps: z.array(MessageStepView),
  /** "retry" for one that waits, "resend" for one that is through. */
  again: z.enum(["retry", "resend"]).nullable(),
});
export type MessageView = z.infer<typeof MessageView>;

export const MessagePage = z.object({ items: z.array(MessageView), nextCursor: z.uuid().nullable() });
export type MessagePage = z.infer<typeof MessagePage>;

export const ResendMessageInput = z.strictObject({ messageId: z.uuid(), /** The same for every try of one resending. */ key: z.uuid() });
export type ResendMessageInput = z.infer<typeof ResendMessageInput>;
