/** Kinds of events of which it is the calendar owner's choice whether they take time. */
export const BUSY_KINDS = ["tentative", "unanswered", "all-day", "focus-time", "working-location"] as const;
export type BusyKind = (typeof BUSY_KINDS)[number];

/** Until somebody chooses: rather a time too few than a double booking. A working location says where, not that time is taken. */
export const DEFAULT_BUSY_KINDS: readonly BusyKind[] = ["tentative", "unanswered", "all-day", "focus-time"];

const isBusyKind = (text: string): text is BusyKind => (BUSY_KINDS as readonly string[]).includes(text);

/** The known kinds among stored words, in the table's order. */
export const readBusyKinds = (stored: readonly string[]): BusyKind[] => BUSY_KINDS.filter((kind) => stored.filter(isBusyKind).includes(kind));
