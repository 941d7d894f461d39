import { readLanguage } from "@/domain/messages/language";
import { aboutOf } from "@/domain/messages/plan-messages";
import { oneLine } from "@/domain/messages/safe-text";
import type { Tx } from "@/platform/db";
import { MANAGING } from "../managing-members";
import { noticeReader, type Addressee } from "./notice-reader";

/** The calendar of a provider, or of their clinic, that has to be connected again. */
export async function loadReconnect(tx: Tx, { providerId, dedupeKey, address }: { providerId: string; dedupeKey: string; address: string }) {
  const connection = await tx.calendarConnection.findFirst({ where: { id: aboutOf(dedupeKey), status: "RECONNECT_NEEDED" }, select: { accountEmail: true, organization: { select: { id: true, email: true } } } });
  if (connection === null) return "The calendar is connected again.";
  const notice = { template: "calendar-reconnect" as const, facts: { accountEmail: oneLine(connection.accountEmail) } };
  if (connection.organization === null) return { notice, path: "/provider/integrations", ...(await noticeReader(tx, providerId)) };
  const addressee = await clinicReader(tx, { providerId, organization: connection.organization, address });
  return addressee === null ? "They do not manage the clinic any more." : { notice, path: "/provider/clinic/calendars", ...addressee };
}

/** Who reads what is for a clinic: one of its managers, in the language they chose as a provider, or whoever opens its mail. */
async function clinicReader(tx: Tx, { providerId, organization, address }: { providerId: string; organization: { id: string; email: string }; address: string }): Promise<Addressee | null> {
  const asClinic = await noticeReader(tx, providerId, { asClinic: true });
  const manager = await tx.user.findFirst({ where: { email: address, memberships: { some: { organizationId: organization.id, ...MANAGING } } }, select: { name: true, provider: { select: { name: true, language: true, timeZone: true } } } });
  if (manager === null) return address === organization.email ? asClinic : null;
  const { provider } = manager;
  const name = provider?.name ?? manager.name;
  return { ...asClinic, reader: { name: name === null ? asClinic.reader.name : oneLine(name, 80), language: provider?.language ? readLanguage(provider.language) : asClinic.reader.language, timeZone: provider?.timeZone ?? asClinic.reader.timeZone } };
}
