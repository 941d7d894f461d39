const DAY_MS = 86_400_000;

/** An instant `days` from today at `time` UTC, by the real clock. Noon is afternoon in Berlin: open in a built provider's hours whatever the season. */
export const startIn = (days: number, time = "12:00"): string => new Date(`${new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)}T${time}:00Z`).toISOString();
