export type BookingState = "HELD" | "PENDING" | "CONFIRMED" | "CHECKED_IN" | "COMPLETED" | "EXPIRED" | "DECLINED" | "CANCELLED" | "RESCHEDULED" | "NO_SHOW";

export type BookingCommand = "confirm" | "request" | "release" | "expire" | "approve" | "decline" | "cancel" | "reschedule" | "reinstate" | "check-in" | "complete" | "no-show";

/** On whose behalf: the bearer of the hold's token, the patient (by link or signed in), the clinic, or a background job. */
export type BookingRole = "holder" | "patient" | "staff" | "system";

interface Transition {
  readonly to: BookingState;
  readonly by: readonly BookingRole[];
}

/** Every step a booking can take; what is not here cannot happen. */
export const TRANSITIONS: Readonly<Record<BookingCommand, Readonly<Partial<Record<BookingState, Transition>>>>> = {
  confirm: { HELD: { to: "CONFIRMED", by: ["holder", "staff"] } },
  request: { HELD: { to: "PENDING", by: ["holder", "staff"] } },
  release: { HELD: { to: "EXPIRED", by: ["holder"] } },
  expire: { HELD: { to: "EXPIRED", by: ["system"] }, PENDING: { to: "EXPIRED", by: ["system"] } },
  // By itself only what waited for a calendar and nothing else.
  approve: { PENDING: { to: "CONFIRMED", by: ["staff", "system"] } },
  decline: { PENDING: { to: "DECLINED", by: ["staff"] } },
  cancel: { PENDING: { to: "CANCELLED", by: ["patient", "staff", "system"] }, CONFIRMED: { to: "CANCELLED", by: ["patient", "staff", "system"] } },
  reschedule: { PENDING: { to: "RESCHEDULED", by: ["patient", "staff", "system"] }, CONFIRMED: { to: "RESCHEDULED", by: ["patient", "staff", "system"] } },
  // The next row of the series takes over; the cancelled one ends as every row of a chain does.
  reinstate: { CANCELLED: { to: "RESCHEDULED", by: ["staff", "system"] } },
  "check-in": { CONFIRMED: { to: "CHECKED_IN", by: ["staff"] } },
  complete: { CONFIRMED: { to: "COMPLETED", by: ["staff"] }, CHECKED_IN: { to: "COMPLETED", by: ["staff"] } },
  "no-show": { CONFIRMED: { to: "NO_SHOW", by: ["staff"] } },
};

export type TransitionVerdict = { ok: true; to: BookingState } | { ok: false; reason: "STATUS_CONFLICT" | "NOT_ALLOWED" };

/** Where `command` leads from `status` for `role`: STATUS_CONFLICT when it leads nowhere, NOT_ALLOWED when not for them. */
export function decideTransition(command: BookingCommand, status: BookingState, role: BookingRole): TransitionVerdict {
  const transition = TRANSITIONS[command][status];
  if (!transition) return { ok: false, reason: "STATUS_CONFLICT" };
  return transition.by.includes(role) ? { ok: true, to: transition.to } : { ok: false, reason: "NOT_ALLOWED" };
}
