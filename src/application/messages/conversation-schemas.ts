import { z } from "zod";
import { BookingStatusSchema } from "@/application/shared/common-schemas";

const TextChannelSchema = z.enum(["SMS", "WHATSAPP"]);

export const ListConversationsInput = z.strictObject({
  /** Absent: everybody's whom the viewer works for. */
  providerId: z.uuid().optional(),
  /** Part of a name or of a telephone number. */
  query: z.string().trim().max(100).optional(),
  unreadOnly: z.boolean().default(false),
  limit: z.int().min(1).max(100).default(30),
  cursor: z.uuid().optional(),
});
export type ListConversationsInput = z.infer<typeof ListConversationsInput>;

export const ConversationRefInput = z.strictObject({ conversationId: z.uuid() });
export type ConversationRefInput = z.infer<typeof ConversationRefInput>;

/** Longer texts cost more than four SMS. */
const REPLY_LENGTH = 600;

export const ReplyInput = ConversationRefInput.extend({
  text: z.string().trim().min(1, { error: "must not be empty" }).max(REPLY_LENGTH, { error: `must have at most ${REPLY_LENGTH} characters` }),
  /** The same for every try of one reply, so that it is sent once. */
  key: z.uuid(),
});
export type ReplyInput = z.infer<typeof ReplyInput>;

export const SendCardInput = ReplyInput.omit({ text: true });
export type SendCardInput = z.infer<typeof SendCardInput>;

export const ConversationSummary = z.object({
  id: z.uuid(),
  channel: TextChannelSchema,
  providerId: z.uuid(),
  providerName: z.string(),
  /** The provider's patients with this number: none, one, or a family. */
  names: z.array(z.string()),
  phone: z.string(),
  phoneText: z.string(),
  unread: z.int(),
  lastAt: z.string(),
  /** On the provider's clock, "YYYY-MM-DDTHH:mm". */
  localLastAt: z.string(),
  preview: z.string(),
});
export type ConversationSummary = z.infer<typeof ConversationSummary>;

export const ConversationPage = z.object({ items: z.array(ConversationSummary), nextCursor: z.uuid().nullable() });
export type ConversationPage = z.infer<typeof ConversationPage>;

const ConversationEntry = z.object({
  id: z.uuid(),
  at: z.string(),
  localAt: z.string(),
  from: z.enum(["patient", "clinic", "automatic"]),
  /** What was said; null for a message that is written anew each time it is sent, such as a reminder. */
  text: z.string().nullable(),
  title: z.string(),
  /** Who of the clinic wrote it. */
  author: z.string().nullable(),
  /** How it fared, for what we sent. */
  state: z.enum(["QUEUED", "SENDING", "SENT", "DELIVERED", "READ", "FAILED", "SKIPPED", "EXPIRED"]).nullable(),
  failure: z.string().nullable(),
});
export type ConversationEntry = z.infer<typeof ConversationEntry>;

const ConversationVisit = z.object({
  reference: z.string(),
  patientName: z.string(),
  serviceName: z.string(),
  status: BookingStatusSchema,
  localStart: z.string(),
  isAttendanceConfirmed: z.boolean(),
});

export const ConversationDetails = ConversationSummary.omit({ preview: true }).extend({
  providerTimeZone: z.string(),
  entries: z.array(ConversationEntry),
  /** Of the people with this number, in order of time. */
  visits: z.array(ConversationVisit),
  isOptedOut: z.boolean(),
  /** How and since when the person agreed to these texts, on the provider's clock. */
  consents: z.array(z.object({ source: z.enum(["booking-form", "desk", "import", "start-text"]), localAt: z.string() })),
  /** Why the clinic cannot write now; null when it can. */
  refusal: z.string().nullable(),
  /** Whether the clinic's contact card can be sent. */
  canSendCard: z.boolean(),
  /** Where it is WhatsApp that cannot be written to, whether an SMS can. */
  canUseSms: z.boolean(),
  /** Until when WhatsApp takes free text, on the provider's clock. */
  localWindowEnd: z.string().nullable(),
});
export type ConversationDetails = z.infer<typeof ConversationDetails>;
