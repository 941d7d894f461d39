import { dateOfDay, DAY_MS, MINUTE_MS } from "./calendar-day";
import { localStretches } from "./local-stretches";

// Putting texts together from ready parts costs a tenth of Date#toISOString.
const CLOCK = Array.from({ length: 1440 }, (_, minute) => `T${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`);
const CLOCK_UTC = CLOCK.map((clock) => `${clock}:00.000Z`);

/** Instants (epoch ms, whole minutes, any order) in ISO 8601 UTC: "2026-11-24T15:30:00.000Z". */
export function writtenInstants(instants: readonly number[]): string[] {
  let day = Number.NaN;
  let date = "";
  return instants.map((at) => {
    const onDay = Math.floor(at / DAY_MS);
    if (onDay !== day) {
      day = onDay;
      date = dateOfDay(day);
    }
    return date + CLOCK_UTC[(at - day * DAY_MS) / MINUTE_MS]!;
  });
}

/** What a wall clock in `timeZone` reads at sorted instants (epoch ms): "2026-11-24T15:30". Throws RangeError for an unknown zone. */
export function writtenReadings(instants: readonly number[], timeZone: string): string[] {
  const readings = new Array<string>(instants.length);
  let next = 0;
  if (instants.length > 0) {
    for (const { to, day, midnight } of localStretches(timeZone, instants[0]!, instants.at(-1)! + 1)) {
      const date = dateOfDay(day);
      for (; next < instants.length && instants[next]! < to; next++) readings[next] = date + CLOCK[Math.floor((instants[next]! - midnight) / MINUTE_MS)]!;
    }
  }
  return readings;
}
