import type { z } from "zod";
import type { FindSlotsInput } from "@/application/availability/availability-schemas";
import type { OpenStarts } from "@/application/availability/find-slots";
import { MINUTE_MS } from "@/domain/time/calendar-day";
import { writtenInstants, writtenReadings } from "@/domain/time/written-times";
import type { Availability } from "./rest-schemas";

/** Free starts as programs get them. */
export function toAvailability({ provider, service, timeZone }: FindSlotsInput, { starts, durationMinutes }: OpenStarts): z.infer<typeof Availability> {
  const ends = writtenInstants(starts.map((startsAt) => startsAt + durationMinutes * MINUTE_MS));
  const readings = writtenReadings(starts, timeZone);
  return { provider, service, timeZone, slots: writtenInstants(starts).map((startsAt, index) => ({ startsAt, endsAt: ends[index]!, localStart: readings[index]! })) };
}
