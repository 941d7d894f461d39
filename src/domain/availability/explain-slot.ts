import { MINUTE_MS } from "@/domain/time/calendar-day";
import { edgesContain } from "@/domain/time/edges";
import { overlaps, type Interval } from "@/domain/time/interval";
import { localStretches } from "@/domain/time/local-stretches";
import type { ScheduleFacts, ServiceRules } from "./availability-facts";
import { dayWindows } from "./day-windows";
import { freeTime } from "./free-time";
import type { SlotRules } from "./open-slots";
import { firstOnGrid } from "./slot-grid";
import { assertServiceRules, isDayFull, startBounds } from "./slot-policy";

export type SlotRefusal =
  | "IN_THE_PAST"
  | "NOTICE_TOO_SHORT"
  | "BEYOND_HORIZON"
  | "OUTSIDE_HOURS"
  | "CLOSED"
  | "ON_BREAK"
  | "BUSY"
  | "DAILY_CAP"
  | "OFF_GRID";

/** `detail.interval` (epoch ms) is the busy interval in the way, or for notice the time from now in which nothing starts. */
export type SlotVerdict = { ok: true } | { ok: false; reason: SlotRefusal; detail?: { interval?: Interval } };

export type ExplainSlotInput = SlotRules & {
  /** Epoch ms. */
  startsAt: number;
};

/**
 * Whether a visit can begin at `startsAt`, and if not the first rule that refuses it. It walks the steps of `openSlots`
 * with the same functions: `ok` exactly when `openSlots` offers the start.
 */
export function explainSlot({ schedule, service, busy, dailyCounts, now, startsAt }: ExplainSlotInput): SlotVerdict {
  assertServiceRules(service);
  const endsAt = startsAt + service.durationMinutes * MINUTE_MS;
  const { earliest, latest } = startBounds(service, schedule.timeZone, now);
  if (startsAt < now) return { ok: false, reason: "IN_THE_PAST" };
  if (startsAt < earliest) return { ok: false, reason: "NOTICE_TOO_SHORT", detail: { interval: [now, earliest] } };
  if (startsAt >= latest) return { ok: false, reason: "BEYOND_HORIZON" };

  const windows = dayWindows(schedule, startsAt, endsAt);
  if (!edgesContain(windows, startsAt, endsAt)) return { ok: false, reason: whyNotOpen(schedule, startsAt, endsAt) };
  if (!edgesContain(freeTime(windows, busy, service), startsAt, endsAt)) {
    return { ok: false, reason: "BUSY", detail: { interval: firstInTheWay(startsAt, endsAt, busy, service) } };
  }
  for (const stretch of localStretches(schedule.timeZone, startsAt, startsAt + 1)) {
    if (isDayFull(stretch.day, service, dailyCounts)) return { ok: false, reason: "DAILY_CAP" };
    const onGrid = firstOnGrid(stretch, startsAt, service.slotStepMinutes * MINUTE_MS);
    if (onGrid !== startsAt) return { ok: false, reason: "OFF_GRID" };
  }
  return { ok: true };
}

/** Lifts rules until the visit would fit: the last one lifted is the reason. */
function whyNotOpen(schedule: ScheduleFacts, startsAt: number, endsAt: number): SlotRefusal {
  const fits = (lifted: Partial<ScheduleFacts>) =>
    edgesContain(dayWindows({ ...schedule, ...lifted }, startsAt, endsAt), startsAt, endsAt);
  if (fits({ breaks: [] })) return "ON_BREAK";
  const exceptions = schedule.exceptions.filter((exception) => exception.kind !== "closed");
  if (fits({ breaks: [], exceptions, holidays: [] })) return "CLOSED";
  return "OUTSIDE_HOURS";
}

function firstInTheWay(startsAt: number, endsAt: number, busy: readonly Interval[], service: ServiceRules) {
  const blocked: Interval = [
    startsAt - service.bufferBeforeMinutes * MINUTE_MS,
    endsAt + service.bufferAfterMinutes * MINUTE_MS,
  ];
  return busy.find((interval) => overlaps(interval, blocked));
}
