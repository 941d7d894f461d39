import { uuidv7 } from "uuidv7";
import type { Contact } from "@/application/booking/read-contact";
import type { Changes } from "@/application/shared/changes";
import { MAX_ATTEMPTS } from "@/application/shared/enqueue";
import { Prisma } from "@/generated/prisma/client";

/** Who asks for the numbers of callers: not one person, whose codes would be too many within the hour. */
export const FRONT_DESK = "front desk";

export interface AskedNumber {
  readonly seriesId: string;
  readonly providerId: string;
  readonly contact: Contact;
  /** The account of whoever books for themselves. */
  readonly userId: string | null;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * Sees to it that somebody answers for the number of a new series before it is texted: a code is sent there, unless it is the proven
 * number of the booker's own account, or `isKnown`, a condition over parts of the same change, holds. Whether others use the number
 * makes no difference, so nothing shows that they do.
 */
export function askForNumber(requestedBy: string, changes: Changes, { seriesId, providerId, contact: { phone, email, channels }, userId, now }: AskedNumber, isKnown = Prisma.sql`false`): void {
  const isMailOnly = channels.every((channel) => channel === "EMAIL");
  if (phone === null || (isMailOnly && userId === null)) return;
  // Whoever wants reminders of every visit by text need not say it again at each.
  const wantsTexts = isMailOnly ? Prisma.sql`EXISTS (SELECT FROM patient WHERE user_id = ${userId}::uuid AND provider_id = ${providerId}::uuid AND phone = ${phone} AND reminder_choice IN ('SMS', 'WHATSAPP'))` : Prisma.sql`true`;
  const codeId = uuidv7();
  const at = Prisma.sql`${new Date(now).toISOString()}::timestamptz`;
  changes.write("owned_phone", Prisma.sql`
    INSERT INTO phone_proof (series_id, phone, source, proven_at)
    SELECT ${seriesId}::uuid, phone, 'owner', ${at} FROM "user" WHERE id = ${userId}::uuid AND phone = ${phone} AND phone_verified_at IS NOT NULL
    ON CONFLICT DO NOTHING RETURNING 1`);
  changes.write("asked_phone", Prisma.sql`
    INSERT INTO phone_code (id, purpose, phone, series_id, provider_id, email, requested_by, requested_at)
    SELECT ${codeId}::uuid, 'visit', ${phone}, ${seriesId}::uuid, ${providerId}::uuid, ${email}, ${requestedBy}, ${at}
    WHERE ${wantsTexts} AND NOT EXISTS (SELECT FROM owned_phone) AND NOT (${isKnown}) AND NOT EXISTS (SELECT FROM phone_proof WHERE series_id = ${seriesId}::uuid AND phone = ${phone})
    RETURNING 1`);
  changes.addJob({ identifier: "phones.send-code", payload: { codeId }, queue_name: null, run_at: null, max_attempts: MAX_ATTEMPTS, job_key: null }, Prisma.sql`EXISTS (SELECT FROM asked_phone)`);
}
