import { planCalendarUpdate } from "@/application/calendar/request-calendar-update";
import { assessStart } from "@/application/booking/assess-start";
import { insertBooking, newSeries, serviceSnapshot } from "@/application/booking/insert-booking";
import { keepPatient } from "@/application/booking/keep-patient";
import { issueManageLink, linkExpiry, newManageLink } from "@/application/booking/manage-link";
import { overlapsBooking } from "@/application/booking/overlaps-booking";
import type { ProviderFacts } from "@/application/availability/load-availability-facts";
import type { Offer } from "@/application/availability/offered-service";
import { scheduleReminders } from "@/application/messages/reminders";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import { AppError } from "@/application/shared/errors";
import { lockProviderStatement } from "@/application/shared/lock-provider-statement";
import { Prisma } from "@/generated/prisma/client";
import { personName } from "@/domain/messages/safe-text";
import type { ImportRule } from "./import-schemas";

export interface VisitToImport {
  readonly importId: string;
  readonly providerId: string;
  readonly calendarId: string;
  readonly eventId: string;
  readonly rule: ImportRule;
  /** Epoch ms. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly patient: { readonly name: string; readonly email: string };
}

export type ImportOutcome = "imported" | "known" | "taken" | "not-offered";

/**
 * Makes a confirmed booking of one event, once, at the event's own times and without buffers: it was agreed elsewhere.
 * The patient hears of it first by the reminders. The booking takes the time from now on, the event no longer.
 * What this same import made earlier, before it was broken off, is answered as imported.
 */
export async function importVisit(app: AppContext, visit: VisitToImport): Promise<ImportOutcome> {
  const { providerId, calendarId, eventId, startsAt, endsAt, rule } = visit;
  const link = await newManageLink(app);
  try {
    return await decideAndWrite(app, async (sql, changes) => {
      const now = app.clock.now();
      const span = { startsAt, endsAt, blockedFrom: startsAt, blockedTo: endsAt };
      const [[known], { facts, service }, isTaken] = await Promise.all([
        sql<{ importId: string | null }>(`SELECT import_id AS "importId" FROM imported_event WHERE calendar_id = $1::uuid AND event_id = $2`, [calendarId, eventId]),
        assessStart(sql, { which: { ids: [providerId] }, offerOf: (loaded) => offerOf(loaded, rule.service), startsAt, now }),
        overlapsBooking(sql, providerId, span, now),
      ]);
      if (known) return known.importId === visit.importId ? "imported" : "known";
      if (isTaken) return "taken";
      const { timeZone } = facts.provider;
      const booking = {
        ...newSeries(), ...span, ...serviceSnapshot(service, facts.provider), status: "CONFIRMED" as const, source: "GOOGLE" as const, mode: rule.mode, patientTimeZone: timeZone,
        channels: ["EMAIL" as const], sequence: 0, version: 1,
      };
      const contact = { name: personName(visit.patient.name), email: visit.patient.email, phone: null, channels: [...booking.channels] };
      insertBooking(changes, { ...booking, patientId: keepPatient(changes, providerId, null, contact, timeZone, null) }, now, () => new AppError("SLOT_TAKEN"));
      issueManageLink(changes, link, booking.seriesId, linkExpiry(endsAt));
      changes.write("taken_over", Prisma.sql`
        INSERT INTO imported_event (calendar_id, event_id, import_id, booking_id) SELECT ${calendarId}::uuid, ${eventId}, ${visit.importId}::uuid, id FROM inserted`);
      changes.write("no_longer_busy", Prisma.sql`DELETE FROM busy_interval WHERE calendar_id = ${calendarId}::uuid AND external_event_id = ${eventId}`);
      planCalendarUpdate(changes, booking);
      await scheduleReminders(changes, { ...booking, startsAt: new Date(startsAt), reminderMinutes: [...booking.reminderMinutes], reminderChannels: [...booking.reminderChannels] }, now);
      await audit(changes, app.actor, { action: "booking.import", subjectKind: "booking", subjectId: booking.id, providerId, after: { status: booking.status, reference: booking.reference } });
      return "imported";
    }, lockProviderStatement({ id: providerId }));
  } catch (error) {
    if (error instanceof AppError && error.code === "SLOT_TAKEN") return "taken";
    if (error instanceof AppError && error.code === "NOT_FOUND") return "not-offered";
    throw error;
  }
}

/** The provider's service, whether or not patients see the provider yet. Throws NOT_FOUND. */
function offerOf([facts]: readonly ProviderFacts[], slug: string): Offer {
  const service = facts?.services.find((candidate) => candidate.slug === slug && candidate.isActive);
  if (!facts || !service) throw new AppError("NOT_FOUND");
  return { facts, service };
}
