import * as z from "zod";

/** Longer, and the old time would stay taken while the patient knows nothing. */
export const LONGEST_UNDO_SECONDS = 30 * 60;

export const EditPolicyView = z.object({
  /** What a change made in Google does: it counts, the provider is asked, or the booking stands. */
  answer: z.enum(["FOLLOW_GOOGLE", "ASK_ME", "KEEP_OURS"]),
  /** For a time that is taken or outside the hours: the event goes back, or the visit moves all the same. */
  impossible: z.enum(["PUSH_BACK", "MOVE_ANYWAY"]),
  /** Whether a longer or shorter event changes the visit's length. */
  followsLength: z.boolean(),
  /** How long a change waits before it counts. */
  undoSeconds: z.int(),
  canEdit: z.boolean(),
});
export type EditPolicyView = z.infer<typeof EditPolicyView>;

export const SetEditPolicyInput = z.strictObject({
  providerId: z.uuid({ error: "must be a provider's id" }).optional(),
  answer: z.enum(["FOLLOW_GOOGLE", "ASK_ME", "KEEP_OURS"], { error: "must be FOLLOW_GOOGLE, ASK_ME or KEEP_OURS" }),
  impossible: z.enum(["PUSH_BACK", "MOVE_ANYWAY"], { error: "must be PUSH_BACK or MOVE_ANYWAY" }),
  followsLength: z.boolean({ error: "must be true or false" }),
  /** How long a change waits before it counts; absent, that stays as it is. */
  undoSeconds: z.int({ error: "must be whole seconds" }).min(0, { error: "must be 0 or more" }).max(LONGEST_UNDO_SECONDS, { error: `must be at most ${LONGEST_UNDO_SECONDS}` }).optional(),
});
export type SetEditPolicyInput = z.infer<typeof SetEditPolicyInput>;

export const CalendarEditView = z.object({
  id: z.uuid(),
  reference: z.string(),
  patientName: z.string(),
  kind: z.enum(["move", "cancel", "restore", "unusable"]),
  /** The undo window runs; the provider is asked; it was put back. */
  state: z.enum(["waiting", "asked", "put-back"]),
  /** Booked, and where the event went, on the provider's clock ("YYYY-MM-DDTHH:mm"). */
  from: z.string(),
  to: z.object({ start: z.string(), end: z.string() }).nullable(),
  /** One of many visits deleted at once, which are asked about and not followed: one answer may serve for all. */
  isOneOfMany: z.boolean(),
  /** Waits, and then the provider is asked before it counts. */
  asksFirst: z.boolean(),
  /** When its undo window ends; null when none runs. */
  appliesAt: z.string().nullable(),
  /** What happened in Google, as a sentence. */
  sentence: z.string(),
  /** What is in the way of it, or why it was put back. */
  because: z.string().nullable(),
});
export type CalendarEditView = z.infer<typeof CalendarEditView>;

export const AnswerEditInput = z.strictObject({
  editId: z.uuid({ error: "must be the change's id" }),
  /** Follow it, put the event back, or note that a notice was read. */
  answer: z.enum(["accept", "put-back", "read"], { error: "must be accept, put-back or read" }),
});
export type AnswerEditInput = z.infer<typeof AnswerEditInput>;

/** So many changes are answered in one call; whoever has more calls again. */
export const MOST_ANSWERED_AT_ONCE = 25;

export const AnswerEditsInput = z.strictObject({
  editIds: z.array(z.uuid({ error: "must be the change's id" })).min(1, { error: "must name a change" }).max(MOST_ANSWERED_AT_ONCE, { error: `must be at most ${MOST_ANSWERED_AT_ONCE}` }),
  answer: z.enum(["accept", "put-back"], { error: "must be accept or put-back" }),
});
export type AnswerEditsInput = z.infer<typeof AnswerEditsInput>;

/** How many were answered so; the others had been settled or changed meanwhile. */
export const AnsweredEdits = z.object({ answered: z.int() });
export type AnsweredEdits = z.infer<typeof AnsweredEdits>;
