/** Remembers whose schedule was open last. */
export const DESK_COOKIE = "desk-provider";
