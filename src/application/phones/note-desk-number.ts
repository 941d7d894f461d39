import type { Changes } from "@/application/shared/changes";
import { MAX_ATTEMPTS } from "@/application/shared/enqueue";
import { Prisma } from "@/generated/prisma/client";
import { askForNumber, FRONT_DESK, type AskedNumber } from "./ask-for-number";

/**
 * What the front desk knows of a caller's number: that they agreed to texts there, or that it was proven for an earlier visit of the same
 * patient with this provider. The first agreement with a clinic is followed by a text that says so; a number of which neither is known is asked.
 */
export function noteDeskNumber(changes: Changes, asked: Omit<AskedNumber, "userId">, { patientId, isAgreed }: { patientId: Prisma.Sql; isAgreed: boolean }): void {
  const { seriesId, contact: { phone }, now } = asked;
  if (phone === null) return;
  const wasProven = Prisma.sql`EXISTS (SELECT FROM phone_proof p JOIN booking b ON b.series_id = p.series_id WHERE p.phone = ${phone} AND b.patient_id = ${patientId})`;
  changes.write("desk_phone", Prisma.sql`
    INSERT INTO phone_proof (series_id, phone, source, proven_at)
    SELECT ${seriesId}::uuid, ${phone}, 'desk', ${new Date(now).toISOString()}::timestamptz WHERE ${isAgreed}::boolean OR ${wasProven}
    RETURNING 1`);
  askForNumber(FRONT_DESK, changes, { ...asked, userId: null }, Prisma.sql`EXISTS (SELECT FROM desk_phone)`);
  if (isAgreed) changes.addJob({ identifier: "phones.greet", payload: { seriesId }, queue_name: null, run_at: null, max_attempts: MAX_ATTEMPTS, job_key: null }, Prisma.sql`NOT (${wasProven})`);
}
