const ALPHABET = "0123456789abcdefghijklmnopqrstuv";

/**
 * The id of the one Google event of a booking series (a UUID): "mb" and 26 characters of lower-case base32hex, the only
 * alphabet Google takes (developers.google.com/workspace/calendar/api/v3/reference/events#id). Always the same for a
 * series, so that writing twice is one event.
 */
export function eventIdOf(seriesId: string): string {
  return `mb${base32hex(seriesId)}`;
}

/**
 * The id under which Google makes a Meet link at most once. `etag` is that of the event whose link failed: asking anew
 * needs another id, and asking the same again needs the same one. Null for the first try.
 */
export function conferenceRequestIdOf(seriesId: string, etag: string | null): string {
  return etag === null ? eventIdOf(seriesId) : `${eventIdOf(seriesId)}-${etag.replace(/[^A-Za-z0-9]/g, "").slice(-32)}`;
}

/** The series an event id was made from; null for any other id. */
export function seriesOfEvent(eventId: string): string | null {
  const digits = /^mb([0-7][0-9a-v]{25})$/.exec(eventId)?.[1];
  if (digits === undefined) return null;
  const hex = [...digits].reduce((value, digit) => (value << 5n) | BigInt(ALPHABET.indexOf(digit)), 0n).toString(16).padStart(32, "0");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function base32hex(uuid: string): string {
  const hex = uuid.replaceAll("-", "").toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new RangeError(`Not a UUID: ${uuid}`);
  let rest = BigInt(`0x${hex}`);
  let text = "";
  for (let i = 0; i < 26; i += 1) {
    text = ALPHABET[Number(rest & 31n)]! + text;
    rest >>= 5n;
  }
  return text;
}
