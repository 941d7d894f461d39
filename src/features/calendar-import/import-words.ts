import type { ImportView } from "@/application/calendar-import/import-schemas";

export const visitsInWords = (count: number): string => (count === 1 ? "1 visit" : `${count} visits`);

/** How many entries were looked at so far. */
export const lookedAt = ({ imported, leftOut }: Pick<ImportView, "imported" | "leftOut">): number => imported + leftOut.reduce((sum, { count }) => sum + count, 0);

/** A preview whose entries were forgotten tells nothing any more. */
export const isOutdated = ({ isPreview, state, imported, entries }: ImportView): boolean => isPreview && state === "FINISHED" && imported > 0 && entries.length === 0;
