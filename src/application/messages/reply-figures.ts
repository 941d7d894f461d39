import type { AppContext } from "@/application/shared/context";
import { shortManageUrlOf } from "@/application/booking/short-link";
import type { BookingRecord } from "@/application/booking/booking-record";
import { cancellationPolicy, reschedulePolicy } from "@/domain/booking/booking-policy";
import { policyFacts } from "@/application/booking/to-booking-view";
import type { ReplyDecision } from "@/domain/messages/decide-reply";
import type { Language } from "@/domain/messages/language";
import { shortMoment, type ReplyFigures } from "@/domain/messages/reply-words";
import { oneLine } from "@/domain/messages/safe-text";
import type { Tx } from "@/platform/db";

const NOBODY: ReplyFigures = { who: "", when: "", link: "", clinic: "", phone: "", until: "", list: "" };
const NAME_LENGTH = 40;

/** What an answer about a visit may name. */
export async function visitFigures(app: AppContext, tx: Tx, visit: BookingRecord, decision: ReplyDecision["do"], language: Language): Promise<ReplyFigures> {
  const now = app.clock.now();
  const policy = decision === "refuse-move" ? reschedulePolicy(policyFacts(visit), now) : cancellationPolicy(policyFacts(visit), now);
  const link = decision === "send-link" ? await shortManageUrlOf({ ...app, db: tx }, visit.seriesId) : `${app.config.publicOrigin}/p/${visit.provider.slug}`;
  const clinic = await clinicFigures(tx, visit.providerId);
  return {
    ...clinic,
    who: oneLine(visit.provider.name, NAME_LENGTH),
    when: shortMoment(visit.startsAt, visit.patientTimeZone, language),
    phone: visit.location?.phone ?? clinic.phone,
    until: shortMoment(policy.until, visit.patientTimeZone, language),
    link,
  };
}

/** What an answer about no visit may name. */
export async function clinicFigures(tx: Tx, providerId: string): Promise<ReplyFigures> {
  const provider = await tx.provider.findUniqueOrThrow({ where: { id: providerId }, select: { name: true, phone: true, organizationId: true, locationId: true } });
  const organization = provider.organizationId === null ? null : await tx.organization.findUnique({ where: { id: provider.organizationId }, select: { name: true, phone: true } });
  const location = provider.locationId === null ? null : await tx.location.findUnique({ where: { id: provider.locationId }, select: { phone: true } });
  return { ...NOBODY, clinic: oneLine(organization?.name ?? provider.name, NAME_LENGTH), phone: location?.phone ?? organization?.phone ?? provider.phone ?? "" };
}

/** "1 Tue 24 Nov, 15:30 London time, Dr Okafor", a line each. */
export const visitList = (visits: readonly BookingRecord[], language: Language): string =>
  visits.map((visit, index) => `${index + 1} ${shortMoment(visit.startsAt, visit.patientTimeZone, language)}, ${oneLine(visit.provider.name, 24)}`).join("\n");
