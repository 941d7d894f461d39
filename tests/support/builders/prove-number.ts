import type { Db } from "@/platform/db";

/** The patient of a series typed the code they were sent: texts go to the number. A hold begins its series, so this may come before the booking. */
export async function proveNumber(db: Db, { seriesId, phone }: { seriesId: string; phone: string | null }): Promise<void> {
  if (phone !== null) await db.phoneProof.create({ data: { seriesId, phone, source: "code", provenAt: new Date() } });
}
