import type { SlotRefusal } from "@/domain/availability/explain-slot";
import { isSameSpan, type EventSpan } from "./event-span";
import type { RemoteEdit } from "./compare-event";

/** What a provider wants when they change a visit's event in Google. */
export interface EditPolicy {
  readonly answer: "FOLLOW_GOOGLE" | "ASK_ME" | "KEEP_OURS";
  /** For a time that is taken or outside the rules. */
  readonly impossible: "PUSH_BACK" | "MOVE_ANYWAY";
  /** Whether a longer or shorter event changes the visit's length. */
  readonly followsLength: boolean;
}

export const DEFAULT_EDIT_POLICY: EditPolicy = { answer: "FOLLOW_GOOGLE", impossible: "PUSH_BACK", followsLength: false };

/** A deletion among more than the brake lets through. */
export const MANY_DELETED = "MANY_DELETED";

/** Why an edit is not simply followed: the rules of booking, an event without a time, a length that is not followed, a calendar that receives no bookings, or many deletions at once. */
export type EditRefusal = SlotRefusal | typeof MANY_DELETED | "NO_TIME" | "LENGTH_KEPT" | "OTHER_CALENDAR" | "KEEPS_OURS" | "LATER_CHANGE" | "HISTORY";

export type EditSettlement =
  | { readonly do: "move"; readonly to: EventSpan; readonly refusal: SlotRefusal | null }
  | { readonly do: "cancel" }
  /** The event of a visit that has begun may go; the booking stays as it is. */
  | { readonly do: "let-go" }
  | { readonly do: "revive"; readonly to: EventSpan }
  | { readonly do: "ask"; readonly refusal: SlotRefusal | typeof MANY_DELETED | null }
  | { readonly do: "push-back"; readonly refusal: EditRefusal };

interface EditCircumstances {
  readonly hasBegun?: boolean;
  readonly oneOfMany?: boolean;
}

const LONGEST_VISIT_MS = 24 * 3_600_000;

/** The time a visit would have: where its event went, with its own length unless lengths are followed. */
export function wantedSpan(local: EventSpan, to: EventSpan, followsLength: boolean): EventSpan {
  const length = to.endsAt - to.startsAt;
  const isUsable = length > 0 && length <= LONGEST_VISIT_MS;
  return { startsAt: to.startsAt, endsAt: to.startsAt + (followsLength && isUsable ? length : local.endsAt - local.startsAt) };
}

/**
 * The time an edit asks for; null when it names none. A visit that comes back has the length it was booked with, whatever the
 * event's.
 */
export function wantedBy(edit: RemoteEdit, local: EventSpan, { followsLength }: Pick<EditPolicy, "followsLength">): EventSpan | null {
  return "to" in edit ? wantedSpan(local, edit.to, followsLength && edit.kind !== "restore") : null;
}

/** The rule that refuses a time to the provider's own hand. The grid of starts guides patients only. */
export const refusalForProvider = (refusal: SlotRefusal | null): SlotRefusal | null => (refusal === "OFF_GRID" ? null : refusal);

/**
 * What becomes of an edit by the provider's policy. `local` is the booked time and `refusal` the rule that refuses the
 * wanted one. Nothing ever moves into the past, and a visit that `hasBegun` while the edit waited keeps its time. A deletion
 * that is `oneOfMany` is asked about even where Google is followed: somebody may have lost a calendar.
 */
export function settleEdit(edit: RemoteEdit, local: EventSpan, policy: EditPolicy, refusal: SlotRefusal | null, { hasBegun = false, oneOfMany = false }: EditCircumstances = {}): EditSettlement {
  if (edit.kind === "unusable") return { do: "push-back", refusal: "NO_TIME" };
  if (policy.answer === "KEEP_OURS") return { do: "push-back", refusal: "KEEPS_OURS" };
  if (hasBegun && edit.kind === "cancel") return { do: "let-go" };
  if (hasBegun && edit.kind === "move") return { do: "push-back", refusal: "HISTORY" };
  if (edit.kind === "cancel" && oneOfMany) return { do: "ask", refusal: MANY_DELETED };
  if (edit.kind === "cancel") return policy.answer === "ASK_ME" ? { do: "ask", refusal: null } : { do: "cancel" };
  if (edit.kind === "restore") return refusal === null ? { do: "revive", to: edit.to } : { do: "push-back", refusal };
  const to = wantedSpan(local, edit.to, policy.followsLength);
  if (isSameSpan(to, local)) return { do: "push-back", refusal: "LENGTH_KEPT" };
  if (refusal === "IN_THE_PAST") return { do: "push-back", refusal };
  if (policy.answer === "ASK_ME") return { do: "ask", refusal };
  return refusal !== null && policy.impossible === "PUSH_BACK" ? { do: "push-back", refusal } : { do: "move", to, refusal };
}
