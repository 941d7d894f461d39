import moment from "moment-timezone";

/** Zone arithmetic over moment-timezone's own IANA data, because the host's may be stale. */

export const isTimeZone = (name: string) => moment.tz.zone(name) !== null;

/** Wall clock `YYYY-MM-DDTHH:mm:ss` → epoch milliseconds; gaps move forward, folds take the first. */
export const wallToInstant = (wall: string, timeZone: string) => moment.tz(wall, timeZone).valueOf();

export const instantToWall = (instant: number, timeZone: string) => moment.tz(instant, timeZone).format("YYYY-MM-DDTHH:mm:ss");

/** RFC 3339 with the zone's offset; UTC is written `Z`, as Google does. */
export const formatInstant = (instant: number, timeZone: string) => moment.tz(instant, timeZone).format().replace(/\+00:00$/, "Z");

export const startOfDate = (date: string, timeZone: string) => wallToInstant(`${date}T00:00:00`, timeZone);

export const dateIn = (instant: number, timeZone: string) => instantToWall(instant, timeZone).slice(0, 10);

export const addDays = (date: string, days: number) => moment.utc(date).add(days, "days").format("YYYY-MM-DD");

export const daysBetween = (from: string, to: string) => moment.utc(to).diff(moment.utc(from), "days");

export const isCivilDate = (date: string) => moment.utc(date, "YYYY-MM-DD", true).isValid();
