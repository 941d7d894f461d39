import { createHash } from "node:crypto";

/** Texts that vary without end (lists of ids) must not fill every connection's memory. */
const MOST_NAMES = 500;
const names = new Map<string, string>();

/**
 * A name under which each connection prepares a statement once: planning costs more than running most of ours. None for
 * texts beyond the first 500: the empty name is the unnamed statement. Behind PgBouncer this needs 1.21 or newer.
 */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES) return known ?? "";
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 32);
  names.set(text, name);
  return name;
}
