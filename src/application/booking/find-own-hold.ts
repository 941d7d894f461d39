import type { AppContext } from "@/application/shared/context";
import { readSql } from "@/application/shared/sql";
import { hashToken } from "@/platform/crypto";
import type { RepeatableHoldInput } from "./booking-schemas";

const OWN_HOLD_SQL = `
  SELECT booking.id, booking.provider_id AS "providerId", (extract(epoch FROM booking.ends_at) * 1000)::float8 AS "endsAt", (extract(epoch FROM booking.hold_expires_at) * 1000)::float8 AS "expiresAt"
  FROM booking JOIN provider ON provider.id = booking.provider_id JOIN service ON service.id = booking.service_id
  WHERE provider.slug = ANY($1) AND service.slug = $2 AND booking.starts_at = $3::timestamptz AND booking.mode = $4::visit_mode
    AND booking.status = 'HELD' AND booking.hold_token_hash = $5 AND booking.hold_expires_at > $6::timestamptz
  ORDER BY booking.id LIMIT 1`;

/** A running hold and its times in epoch ms. */
interface OwnHold {
  readonly id: string;
  readonly providerId: string;
  readonly holdToken: string;
  readonly endsAt: number;
  readonly expiresAt: number;
}

/** The hold with one of these providers (slugs) that an earlier, unheard asking with the same token made. Null for whoever asks the first time. */
export async function findOwnHold(app: AppContext, providers: readonly string[], { holdToken, isAgain, ...input }: Omit<RepeatableHoldInput, "provider">): Promise<OwnHold | null> {
  if (holdToken === undefined || isAgain !== true) return null;
  const [row] = await readSql(app)<Omit<OwnHold, "holdToken">>(OWN_HOLD_SQL, [providers, input.service, input.startsAt, input.mode, hashToken(holdToken), new Date(app.clock.now()).toISOString()]);
  return row === undefined ? null : { ...row, holdToken };
}
