import { createHash } from "node:crypto";
import { z } from "zod";
import type { EventDraft } from "@/application/shared/ports";

type Texts = Pick<EventDraft, "title" | "description" | "location">;

const Stored = z.object({ title: z.string(), description: z.string(), location: z.string() }).partial();
/** Digests of the texts last written to an event: enough to see whether ours changed, and nothing to read in a dump. */
export type WrittenTexts = z.infer<typeof Stored>;

export const readWrittenTexts = (stored: unknown): WrittenTexts => Stored.safeParse(stored).data ?? {};

const digest = (text: string | null): string => createHash("sha256").update(text ?? "").digest("base64url").slice(0, 22);

export const digestsOf = ({ title, description, location }: Texts): WrittenTexts => ({ title: digest(title), description: digest(description), location: digest(location) });

/** The texts that say something else than what was written last; a person's own wording in Google stays otherwise. */
export function changedTexts(draft: Texts, written: WrittenTexts): Partial<Texts> {
  const now = digestsOf(draft);
  return {
    ...(now.title !== written.title && { title: draft.title }),
    ...(now.description !== written.description && { description: draft.description }),
    ...(now.location !== written.location && { location: draft.location }),
  };
}
