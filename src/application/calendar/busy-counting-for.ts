import type { Prisma } from "@/generated/prisma/client";

/** Which busy intervals count for a provider: those of their own calendars, of their organization's, and of their location's. */
export function busyCountingFor(provider: { readonly id: string; readonly organizationId: string | null; readonly locationId: string | null }): Prisma.BusyIntervalWhereInput {
  const { organizationId, locationId } = provider;
  const places = [{ locationId: null }, ...(locationId === null ? [] : [{ locationId }])];
  const ofOrganization = organizationId === null ? [] : [{ organizationId, calendar: { OR: places } }];
  return { calendar: { readsBusy: true }, OR: [{ providerId: provider.id }, ...ofOrganization] };
}
