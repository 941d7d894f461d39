/** Who connected an account: a provider or an organization, never both. */
export interface CalendarOwner {
  readonly providerId: string | null;
  readonly organizationId: string | null;
}

/** The one id of an owner. */
export function ownerIdOf({ providerId, organizationId }: CalendarOwner): string {
  const id = providerId ?? organizationId;
  if (id === null) throw new Error("a calendar belongs to a provider or to an organization");
  return id;
}

/** All calendar work of one owner runs one after another. */
export const calendarQueue = (ownerId: string): string => `calendar:${ownerId}`;
