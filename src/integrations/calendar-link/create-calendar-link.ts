import type { CalendarLinkPort } from "@/application/shared/ports";
import { fetchLink } from "./fetch-link";
import type { LinkConfig } from "./link-config";
import { parseCalendar } from "./parse-calendar";
import { safeAddress } from "./safe-address";

/** Reads calendars that anybody with the address may read. */
export const createCalendarLink = (config: LinkConfig): CalendarLinkPort => ({
  cleanAddress: (address) => safeAddress(address, config.trustedOrigins).href,
  async read(address, known, { window, fallbackTimeZone }) {
    const fetched = await fetchLink(config, address, known);
    if (fetched === "unchanged") return fetched;
    return { ...parseCalendar(fetched.text, { from: window.timeMin, to: window.timeMax }, fallbackTimeZone), version: fetched.version };
  },
});
