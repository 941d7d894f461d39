import { createHash } from "node:crypto";

/** Names one state of the weekly hours: two people who start from the same version cannot overwrite each other. */
export function scheduleVersion(rules: readonly { kind: string; weekday: number; startMinute: number; endMinute: number }[]): string {
  const lines = rules.map((rule) => `${rule.kind} ${rule.weekday} ${rule.startMinute} ${rule.endMinute}`).sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16);
}
