import type { VisitMode } from "@/application/shared/common-schemas";
import { isCivilDate, type CivilDate } from "@/domain/time/calendar-day";

/** Where a patient is in booking, as the address of the provider's page carries it. Never who they are or why they come. */
export interface BookingAddress {
  readonly service: string | null;
  readonly mode: VisitMode | null;
  readonly day: CivilDate | null;
  /** The chosen start, an ISO instant: the details come next. */
  readonly at: string | null;
  /** The clinic whose patient took whoever was free, a slug: this provider was chosen for them. */
  readonly any: string | null;
}

const MODE_WORDS: Readonly<Record<VisitMode, string>> = { IN_PERSON: "in-person", ONLINE: "video", PHONE: "phone" };
const MODES: readonly VisitMode[] = ["IN_PERSON", "ONLINE", "PHONE"];

/** Reads an address; what is malformed counts as absent. */
export function readBookingAddress(params: { get(name: string): string | null }): BookingAddress {
  const day = params.get("day");
  const at = params.get("at");
  const instant = at === null ? NaN : Date.parse(at);
  return {
    service: params.get("service"),
    mode: MODES.find((mode) => MODE_WORDS[mode] === params.get("mode")) ?? null,
    day: day !== null && isCivilDate(day) ? day : null,
    at: Number.isNaN(instant) ? null : new Date(instant).toISOString(),
    any: params.get("any"),
  };
}

/** The query of `current` with some parts changed; other parameters stay. */
export function changeBookingAddress(current: string, changes: Partial<BookingAddress>): string {
  const params = new URLSearchParams(current);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined) params.delete(name);
    else params.set(name, name === "mode" ? (MODE_WORDS[MODES.find((mode) => mode === value) ?? "IN_PERSON"]) : value);
  }
  const query = params.toString();
  return query === "" ? "" : `?${query}`;
}
