import type { CalendarLinkPort } from "@/application/shared/ports";
import { fetchLink } from "./fetch-link";
import { DEFAULT_PARSE_MS, type LinkConfig } from "./link-config";
import { linkError } from "./link-failure";
import { parseCalendar } from "./parse-calendar";
import { safeAddress } from "./safe-address";
import { isTimeUp, withinTime } from "./within-time";

/** Reads calendars that anybody with the address may read. */
export const createCalendarLink = (config: LinkConfig): CalendarLinkPort => ({
  cleanAddress: (address) => safeAddress(address, config.trustedOrigins).href,
  async read(address, known, { window, fallbackTimeZone }) {
    const fetched = await fetchLink(config, address, known);
    if (fetched === "unchanged") return fetched;
    try {
      const read = withinTime(config.parseMs ?? DEFAULT_PARSE_MS, () => parseCalendar(fetched.text, { from: window.timeMin, to: window.timeMax }, fallbackTimeZone));
      return { ...read, version: fetched.version };
    } catch (cause) {
      throw isTimeUp(cause) ? linkError("too-intricate", { cause }) : cause;
    }
  },
});
