/** The address at which booking this very start begins. */
export function bookingHref(slug: string, slot: { service: string; startsAt: string }): string {
  return `/p/${slug}?${new URLSearchParams({ service: slot.service, at: slot.startsAt })}`;
}
