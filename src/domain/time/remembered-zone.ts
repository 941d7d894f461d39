/** The zone a visitor reads times in, kept in a cookie: as the device says, or as the person chose. */
export type RememberedZone = { readonly timeZone: string; readonly isChosen: boolean };

export const ZONE_COOKIE = "time-zone";

/** What the cookie's decoded value says; null when it says nothing sensible. Whether the zone exists is for the server to know. */
export function readRememberedZone(value: string | undefined): RememberedZone | null {
  const match = /^(chosen|device):([A-Za-z][A-Za-z0-9_+\-/]{1,63})$/.exec(value ?? "");
  return match?.[2] ? { timeZone: match[2], isChosen: match[1] === "chosen" } : null;
}

export const writeRememberedZone = ({ timeZone, isChosen }: RememberedZone): string => encodeURIComponent(`${isChosen ? "chosen" : "device"}:${timeZone}`);
