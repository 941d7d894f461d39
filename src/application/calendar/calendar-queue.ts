import type { Actor } from "@/application/shared/actor";

/** Who connected an account: a provider or an organization, never both. */
export interface CalendarOwner {
  readonly providerId: string | null;
  readonly organizationId: string | null;
}

/** Whose account the actor connects: the named organization's, else their own as a provider. Nothing is decided about whether they may. */
export const ownerToConnect = (actor: Actor, organizationId: string | null | undefined): CalendarOwner =>
  organizationId == null ? { providerId: actor.kind === "user" ? actor.providerId : null, organizationId: null } : { providerId: null, organizationId };

/** The one id of an owner. */
export function ownerIdOf({ providerId, organizationId }: CalendarOwner): string {
  const id = providerId ?? organizationId;
  if (id === null) throw new Error("a calendar belongs to a provider or to an organization");
  return id;
}

/** All calendar work of one owner runs one after another. */
export const calendarQueue = (ownerId: string): string => `calendar:${ownerId}`;
