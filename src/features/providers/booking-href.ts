/** The address at which booking this very start begins; `mode` as the search named it, "" for any. */
export function bookingHref(slug: string, slot: { service: string; startsAt: string }, mode: string): string {
  return `/p/${slug}?${new URLSearchParams({ service: slot.service, ...(mode !== "" && { mode }), at: slot.startsAt })}`;
}
