import { getOffer } from "@/application/availability/offered-service";
import { wouldGuess } from "@/application/calendar-outage/readings";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import { AppError } from "@/application/shared/errors";
import { lockProviderStatement } from "@/application/shared/lock-provider-statement";
import { readSql, type Sql } from "@/application/shared/sql";
import type { BookingSource } from "@/generated/prisma/enums";
import { blockedSpan } from "@/domain/booking/blocked-span";
import { HOLD_MINUTES } from "@/domain/booking/decide-booking";
import { MINUTE_MS } from "@/domain/time/calendar-day";
import { hashToken, randomToken } from "@/platform/crypto";
import { assessStart, refusalOf } from "./assess-start";
import type { HoldView, RepeatableHoldInput } from "./booking-schemas";
import { findOwnHold } from "./find-own-hold";
import { insertBooking, newSeries, serviceSnapshot } from "./insert-booking";
import { limitHolds } from "./limit-holds";
import { StartRefused, withAlternatives } from "./start-refused";
import { takeTurns } from "./take-turns";

/**
 * Keeps a free start for one person for HOLD_MINUTES. Not audited: it names nobody and ends by itself. Who asks again with
 * the token of an earlier asking is given the hold that was made then, while it lasts.
 * Throws SLOT_TAKEN, NOTICE_TOO_SHORT, BEYOND_HORIZON, SLOT_NOT_OFFERED (all with the nearest free starts), NOT_FOUND,
 * TOO_MANY_HOLDS.
 */
export async function holdSlot(app: AppContext, input: RepeatableHoldInput, source: BookingSource = "WEB"): Promise<HoldView> {
  authorize(app.actor, "booking.hold");
  const mine = await findOwnHold(app, [input.provider], input);
  if (mine !== null) return toHoldView(app, input, await assess(app, readSql(app), input), mine);
  const attempt = () => withAlternatives(app, () => tryToHold(app, input, source));
  // Inside somebody's transaction there is no waiting for others, who may be waiting for that transaction.
  if (app.sql) return attempt();
  const look = async () => {
    const { refusal, ...start } = await assess(app, readSql(app), input);
    return refusal && refusalOf(readSql(app), refusal, start);
  };
  return takeTurns(app.pool, JSON.stringify([input.provider, input.service, input.startsAt]), attempt, look);
}

function tryToHold(app: AppContext, input: RepeatableHoldInput, source: BookingSource): Promise<HoldView> {
  return decideAndWrite(
    app,
    async (sql, changes) => {
      const { refusal, ...start } = await assess(app, sql, input);
      const { service, facts: { provider }, now } = start;
      if (!service.modes.includes(input.mode)) throw new AppError("VALIDATION_FAILED", { fields: [{ field: "mode", message: `must be one of ${service.modes.join(", ")}` }] });
      if (refusal) throw new StartRefused(refusal, start);
      const span = blockedSpan(start.wanted, service);
      const series = newSeries();
      const holdToken = input.holdToken ?? randomToken();
      const holdExpiresAt = now + HOLD_MINUTES * MINUTE_MS;
      const heldBy = limitHolds(app, changes, { providerId: provider.id, organizationId: provider.organizationId }, now);
      insertBooking(
        changes,
        { ...series, ...span, ...serviceSnapshot(service, provider), status: "HELD", source, mode: input.mode, patientTimeZone: provider.timeZone, holdTokenHash: hashToken(holdToken), holdExpiresAt, heldBy },
        now,
        () => new StartRefused("BUSY", start),
      );
      return toHoldView(app, input, start, { id: series.id, holdToken, endsAt: span.endsAt, expiresAt: holdExpiresAt });
    },
    lockProviderStatement({ slug: input.provider }),
  );
}

type Start = Pick<Awaited<ReturnType<typeof assess>>, "service" | "facts" | "now">;

function toHoldView(app: AppContext, { startsAt }: RepeatableHoldInput, { service, facts, now }: Start, hold: { id: string; holdToken: string; endsAt: number; expiresAt: number }): HoldView {
  const { id: holdId, holdToken } = hold;
  return { holdId, holdToken, startsAt, endsAt: new Date(hold.endsAt).toISOString(), expiresAt: new Date(hold.expiresAt).toISOString(), awaitsCalendar: !service.requiresApproval && wouldGuess(app, facts.readings, now) };
}

async function assess(app: AppContext, sql: Sql, input: RepeatableHoldInput) {
  const now = app.clock.now();
  const startsAt = Date.parse(input.startsAt);
  const assessment = await assessStart(sql, { which: { slug: input.provider }, offerOf: (loaded) => getOffer(loaded, input.service), startsAt, now });
  return { ...assessment, wanted: startsAt, now };
}
