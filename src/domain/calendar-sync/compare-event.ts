import { isSameSpan, type EventSpan } from "./event-span";

/** The three versions of a visit's one event. A span of null means that there is no event. */
export interface EventSides {
  /** What both sides last agreed on; null when that is not known. */
  readonly base: { readonly span: EventSpan | null } | null;
  readonly local: {
    /** Null for a booking that stands in no calendar (any more). */
    readonly span: EventSpan | null;
    /** It has begun, or is closed: its time is history. */
    readonly isHistory: boolean;
    /** It was ended by an edit in Google, so that bringing its event back there can bring it back here. */
    readonly isRevivable: boolean;
    /** When a person gave it its time. Epoch milliseconds. */
    readonly changedAt: number;
  };
  readonly remote: {
    /** "no-time" for an event that lasts whole days or otherwise names no time a visit can have. */
    readonly span: EventSpan | "no-time" | null;
    /** Epoch milliseconds; null when Google does not say. */
    readonly changedAt: number | null;
  };
}

/** What a person did to the event in Google. */
export type RemoteEdit = { readonly kind: "move"; readonly to: EventSpan } | { readonly kind: "unusable" } | { readonly kind: "cancel" } | { readonly kind: "restore"; readonly to: EventSpan };

export type EventOperation =
  /** Both sides say the same: remember what Google has. */
  | { readonly do: "adopt" }
  /** Write the booking to Google again: its time, or its end. */
  | { readonly do: "push" }
  /** A person's edit waits to be followed, asked about or refused. */
  | { readonly do: "propose"; readonly edit: RemoteEdit }
  /** The edit that waited was taken back. */
  | { readonly do: "withdraw" }
  /** A person's edit is overwritten, and told of. */
  | { readonly do: "flag"; readonly edit: RemoteEdit; readonly because: "LATER_CHANGE" | "HISTORY" }
  /** The event of a visit that is over may go; the booking stays as it is. */
  | { readonly do: "let-go" };

/**
 * Compares what was agreed, what the booking says and what Google says, and answers what follows, in order; nothing when
 * `waiting` already stands for what Google says. Whose change is later stands when both changed; a booking that has ended
 * stays ended; a visit that has begun keeps its time. `refused` is an edit that was decided against and that Google still
 * shows until the booking is written over it.
 */
export function compareEvent({ base, local, remote }: EventSides, waiting: RemoteEdit | null, refused: RemoteEdit | null = null): EventOperation[] {
  const withdraw: EventOperation[] = waiting === null ? [] : [{ do: "withdraw" }];
  if (remote.span !== "no-time" && isSameSpan(local.span, remote.span)) return [...withdraw, { do: "adopt" }];
  const edit = editBetween(base, remote.span);
  if (edit === null) return [...withdraw, { do: "push" }];
  if (local.span === null) return afterEnd(edit, local.isRevivable, waiting, withdraw);
  if (refused !== null && isSameEdit(refused, edit)) return [...withdraw, { do: "push" }];
  if (local.isHistory) return edit.kind === "cancel" ? [...withdraw, { do: "let-go" }] : [...withdraw, { do: "flag", edit, because: "HISTORY" }, { do: "push" }];
  const isOnlyTheirs = base !== null && isSameSpan(local.span, base.span);
  // Deleted before the booking got this time: what we took away ourselves and now want again.
  if (isOnlyTheirs && edit.kind === "cancel" && remote.changedAt !== null && remote.changedAt < local.changedAt) return [...withdraw, { do: "push" }];
  const isLater = remote.changedAt !== null && remote.changedAt >= local.changedAt;
  if (!isOnlyTheirs && !isLater) return [...withdraw, { do: "flag", edit, because: "LATER_CHANGE" }, { do: "push" }];
  return waiting !== null && isSameEdit(waiting, edit) ? [] : [{ do: "propose", edit }];
}

function afterEnd(edit: RemoteEdit, isRevivable: boolean, waiting: RemoteEdit | null, withdraw: EventOperation[]): EventOperation[] {
  if (edit.kind !== "restore" || !isRevivable) return [...withdraw, { do: "push" }];
  return waiting !== null && isSameEdit(waiting, edit) ? [] : [{ do: "propose", edit }];
}

/** What a person did since the sides last agreed; null when nothing was done, or cannot be told from our own writing. */
function editBetween(base: EventSides["base"], remote: EventSides["remote"]["span"]): RemoteEdit | null {
  if (base === null) return null;
  if (remote === null) return base.span === null ? null : { kind: "cancel" };
  if (remote === "no-time") return { kind: "unusable" };
  if (base.span === null) return { kind: "restore", to: remote };
  return isSameSpan(base.span, remote) ? null : { kind: "move", to: remote };
}

/** Whether two edits ask for the same. */
export function isSameEdit(left: RemoteEdit, right: RemoteEdit): boolean {
  if ("to" in left && "to" in right) return left.kind === right.kind && isSameSpan(left.to, right.to);
  return left.kind === right.kind;
}
