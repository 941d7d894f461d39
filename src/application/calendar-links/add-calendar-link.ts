import { uuidv7 } from "uuidv7";
import { calendarQueue } from "@/application/calendar/calendar-queue";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { AppError, IntegrationError } from "@/application/shared/errors";
import { inTransaction, isDuplicate } from "@/application/shared/transaction";
import { hashToken } from "@/platform/crypto";
import type { AddCalendarLinkInput } from "./calendar-link-schemas";
import { explainLinkFailure } from "./explain-link-failure";
import { linkPlace } from "./link-place";

const MOST_LINKS = 10;

/** Lets the events of a public .ics address block a provider's bookings. It is read by a job at once, then every quarter of an hour. */
export async function addCalendarLink(app: AppContext, providerId: string | null, input: AddCalendarLinkInput): Promise<{ connectionId: string }> {
  authorize(app.actor, "calendar.connect", { providerId });
  if (app.ports.calendarLink === null) throw new AppError("INTEGRATION_OFF");
  if (providerId === null) throw new AppError("NOT_ALLOWED");
  const address = cleanAddress(app, input.address);
  const [connectionId, calendarId] = [uuidv7(), uuidv7()];
  const { host } = new URL(address);
  const urlCiphertext = await app.cipher.encrypt(address, linkPlace(connectionId));
  const now = new Date(app.clock.now());
  try {
    await inTransaction(app, async (tx) => {
      const { timeZone } = await tx.provider.findUniqueOrThrow({ where: { id: providerId }, select: { timeZone: true } });
      if ((await tx.calendarConnection.count({ where: { providerId, access: "LINK" } })) >= MOST_LINKS) throw refused(`must not be one too many: ${MOST_LINKS} calendars by link are all we read`);
      await tx.calendarConnection.create({ data: { id: connectionId, providerId, access: "LINK", status: "ACTIVE", accountEmail: host, accountSubject: hashToken(address), scopes: [], connectedAt: now, listedAt: now } });
      await tx.calendarLink.create({ data: { connectionId, urlCiphertext } });
      await tx.calendar.create({ data: { id: calendarId, connectionId, providerId, externalId: calendarId, name: host, timeZone, canWrite: false } });
      await enqueue(tx, "calendar.sync", { calendarId }, { key: `sync:${calendarId}`, queue: calendarQueue(providerId) });
      await audit(tx, app.actor, { action: "calendar-link.add", subjectKind: "connection", subjectId: connectionId, providerId });
    });
  } catch (error) {
    if (isDuplicate(error)) throw refused("must be another one: this calendar is read already");
    throw error;
  }
  return { connectionId };
}

function cleanAddress(app: AppContext, address: string): string {
  if (address.startsWith(`${app.config.publicOrigin}/feeds/`)) throw refused("must be another calendar: this one shows your own bookings, which block their time already");
  try {
    return app.ports.calendarLink?.cleanAddress(address) ?? address;
  } catch (error) {
    if (error instanceof IntegrationError) throw refused(`must be a public https:// address of an .ics file. ${explainLinkFailure(error)}`);
    throw error;
  }
}

const refused = (message: string) => new AppError("VALIDATION_FAILED", { fields: [{ field: "address", message }] });
