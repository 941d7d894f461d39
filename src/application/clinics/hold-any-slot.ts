import { ALTERNATIVES_REACH_MS } from "@/application/availability/nearest-alternatives";
import { findOwnHold } from "@/application/booking/find-own-hold";
import { holdSlot } from "@/application/booking/hold-slot";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import type { BookingSource } from "@/generated/prisma/enums";
import { orderFairly } from "@/domain/availability/any-provider";
import { nearestSlots } from "@/domain/availability/nearest-slots";
import { addDays, DAY_MS, MINUTE_MS } from "@/domain/time/calendar-day";
import { civilDateOf, startOfDay } from "@/domain/time/civil-date";
import type { AnyHoldView, RepeatableAnyHoldInput } from "./clinic-schemas";
import { offersIn, sharedStarts } from "./find-any-slots";
import { loadStaff, type Staff } from "./load-staff";

/** What another provider may still offer, when one does not any more. */
const TRY_THE_NEXT = new Set(["SLOT_TAKEN", "SLOT_NOT_OFFERED", "NOTICE_TOO_SHORT", "BEYOND_HORIZON", "NOT_FOUND"]);

/**
 * Keeps a start with whoever of a clinic is free for it: the one with the fewest visits that day is asked first. Each hold
 * is decided like every other, so the last free provider is held once. Who asks again with the token of an earlier asking is
 * given the hold that was made then. Throws SLOT_TAKEN with the nearest starts anybody is
 * free for, NOT_FOUND, VALIDATION_FAILED, TOO_MANY_HOLDS.
 */
export async function holdAnySlot(app: AppContext, input: RepeatableAnyHoldInput, source: BookingSource = "WEB"): Promise<AnyHoldView> {
  authorize(app.actor, "booking.hold");
  const startsAt = Date.parse(input.startsAt);
  const staff = await staffAround(app, input, startsAt);
  const offers = offersIn(staff, input.mode);
  if (offers.length === 0) throw new AppError("VALIDATION_FAILED", { fields: [{ field: "mode", message: "must be a way in which this service is offered here" }] });
  const { holdToken, isAgain } = input;
  const mine = await findOwnHold(app, [...staff.members.values()].map(({ slug }) => slug), input);
  const free = sharedStarts(offers, app.clock.now(), { from: startsAt, to: startsAt + 1 })[0]?.providerIds ?? [];
  const order = orderFairly(free, await countVisits(app, free, startsAt, staff.timeZone));
  for (const providerId of mine === null ? order : [mine.providerId]) {
    const provider = staff.members.get(providerId);
    if (provider === undefined) continue;
    try {
      const hold = await holdSlot(app, { provider: provider.slug, service: input.service, startsAt: input.startsAt, mode: input.mode, holdToken, isAgain }, source);
      const { slug, name, title, portraitSeed, timeZone } = provider;
      return { ...hold, provider: { slug, name, title, portraitSeed, timeZone } };
    } catch (error) {
      if (!(error instanceof AppError) || !TRY_THE_NEXT.has(error.code)) throw error;
    }
  }
  throw new AppError("SLOT_TAKEN", { message: "Nobody here is free at this time any more. Nothing was booked.", alternatives: await alternativesTo(app, input, startsAt) });
}

/** What is known of everybody around a start; far-off starts are answered from now. */
function staffAround(app: AppContext, input: RepeatableAnyHoldInput, startsAt: number, reachMs = 0): Promise<Staff> {
  const now = app.clock.now();
  const anchor = Math.min(Math.max(startsAt, now), now + 740 * DAY_MS);
  return loadStaff(app, input, { from: Math.max(now, anchor - reachMs), to: anchor + reachMs + 1, now });
}

async function alternativesTo(app: AppContext, input: RepeatableAnyHoldInput, startsAt: number): Promise<{ startsAt: string; endsAt: string }[]> {
  const now = app.clock.now();
  const staff = await staffAround(app, input, startsAt, ALTERNATIVES_REACH_MS);
  const offers = offersIn(staff, input.mode);
  const anchor = Math.max(startsAt, now);
  const starts = sharedStarts(offers, now, { from: Math.max(now, anchor - ALTERNATIVES_REACH_MS), to: anchor + ALTERNATIVES_REACH_MS }).map((one) => one.startsAt);
  const durationMinutes = Math.min(...offers.map(({ service }) => service.durationMinutes));
  return nearestSlots(starts, startsAt, 3).map((at) => ({ startsAt: new Date(at).toISOString(), endsAt: new Date(at + durationMinutes * MINUTE_MS).toISOString() }));
}

/** How many visits each has on the local day of a start, held ones included. */
async function countVisits(app: AppContext, providerIds: readonly string[], startsAt: number, timeZone: string): Promise<ReadonlyMap<string, number>> {
  const onDate = civilDateOf(startsAt, timeZone);
  const groups = await app.db.booking.groupBy({
    by: ["providerId"],
    where: {
      providerId: { in: [...providerIds] },
      startsAt: { gte: new Date(startOfDay(onDate, timeZone)), lt: new Date(startOfDay(addDays(onDate, 1), timeZone)) },
      OR: [{ status: { in: ["PENDING", "CONFIRMED", "CHECKED_IN", "COMPLETED"] } }, { status: "HELD", holdExpiresAt: { gt: new Date(app.clock.now()) } }],
    },
    _count: true,
  });
  return new Map(groups.map(({ providerId, _count }) => [providerId, _count]));
}
