import { z } from "zod";
import type { AppContext } from "@/application/shared/context";
import { LEFT_OUT_REASONS, type Match } from "@/domain/calendar-import/match-visit";

/** So many single entries are kept of each import; all are counted. */
const MOST = 300;

/** What became of one event: by number, since nobody but the calendar's owner reads it. Times are epoch ms. */
const StoredEntry = z.object({
  startsAt: z.int(),
  leftOut: z.enum(LEFT_OUT_REASONS).nullable(),
  /** Of what would become a booking. */
  service: z.string().nullable(),
  patient: z.object({ name: z.string(), email: z.string() }).nullable(),
});
export type StoredEntry = z.infer<typeof StoredEntry>;

const place = (importId: string) => `calendar-import:${importId}`;

/** Entries as they are kept, the first MOST by time: ciphertext, since a preview names people who are nobody's patient yet. */
export async function sealEntries(app: AppContext, importId: string, entries: readonly StoredEntry[]): Promise<string> {
  const first = [...entries].sort((a, b) => a.startsAt - b.startsAt).slice(0, MOST);
  return app.cipher.encrypt(JSON.stringify(first), place(importId));
}

export async function openEntries(app: AppContext, importId: string, ciphertext: string): Promise<StoredEntry[]> {
  return z.array(StoredEntry).parse(JSON.parse(await app.cipher.decrypt(ciphertext, place(importId))));
}

/** The entry of one event; null for what nobody has to look at: whole days, which have no time, and our own events. */
export function entryOf(startsAt: number | null, match: Match<{ readonly service: string }>): StoredEntry | null {
  if (startsAt === null) return null;
  if (match.ok) return { startsAt, leftOut: null, service: match.rule.service, patient: match.patient };
  return match.reason === "ours" ? null : { startsAt, leftOut: match.reason, service: null, patient: null };
}
