import type { AppContext } from "@/application/shared/context";
import { authorize } from "@/application/shared/authorize";
import { enqueue, type BookingChange, type JobPayloads } from "@/application/shared/enqueue";
import { inTransaction } from "@/application/shared/transaction";
import { planContactCard, planMessages, type PlannedMessage } from "@/domain/messages/plan-messages";
import type { Tx } from "@/platform/db";
import { actedBy } from "./acted-by";
import { announceKey, settlingKey } from "./announce-change";
import { loadAppointment, type LoadedAppointment } from "./load-appointment";
import { planRows } from "./plan-rows";

/** Plans the messages that follow from a change of a booking, once: who, how, and a send job for each. */
export async function announce(app: AppContext, { bookingId, version, change }: JobPayloads["messages.announce"]): Promise<void> {
  authorize(app.actor, "message.send");
  await inTransaction(app, async (tx) => {
    const appointment = await loadAppointment(tx, bookingId);
    if (appointment === null) return;
    if (change === "meet-ready") return announceMeetLink(tx, appointment, version, app.clock.now());
    // Moved and moved back before anybody was told.
    if (change === "rescheduled" && appointment.time?.isKnown) return;
    const planned = planMessages({ id: bookingId, version }, change, { actedBy: await actedBy(tx, appointment, change), patient: appointment.patient, provider: appointment.provider });
    // Who cancelled by text was answered there at once.
    const answeredOn = change === "cancelled" ? await cancelledOver(tx, bookingId) : null;
    const told = planned.filter(({ recipient, channel }) => (recipient === "PATIENT" ? channel !== answeredOn : change !== "rescheduled" || !appointment.time?.isBack));
    const cards = (change === "confirmed" || change === "approved") && (await isNewPatient(tx, appointment)) ? planContactCard({ id: bookingId }, appointment.provider) : [];
    await planRows(tx, appointment, [...told, ...cards], app.clock.now());
  });
}

/** Nobody with this number or address has been seen by the provider, or was going to be, before. */
async function isNewPatient(tx: Tx, { bookingId, providerId, facts, patient: { email, phone } }: LoadedAppointment): Promise<boolean> {
  const reached = [...(email === null ? [] : [{ email }]), ...(phone === null ? [] : [{ phone }])];
  const before = await tx.booking.findFirst({
    where: { providerId, id: { not: bookingId }, seriesId: { not: facts.seriesId }, status: { in: ["CONFIRMED", "CHECKED_IN", "COMPLETED", "NO_SHOW", "CANCELLED"] }, createdAt: { lte: new Date(facts.bookedAt) }, patient: { OR: reached } },
    select: { id: true },
  });
  return reached.length > 0 && before === null;
}

const PRIMARY: readonly BookingChange[] = ["confirmed", "approved", "rescheduled"];

/**
 * A Meet link became ready. An announcement still waiting for it goes out at once and carries it; messages planned but
 * not yet written will carry it; those that left without it are followed by the link, on the same channels.
 */
async function announceMeetLink(tx: Tx, appointment: LoadedAppointment, version: number, now: number): Promise<void> {
  const { bookingId } = appointment;
  if (await hurryAnnouncement(tx, bookingId, version)) return;
  if (await isSettling(tx, appointment.facts.seriesId)) return;
  // Locked, so that a message being claimed at this moment either has the link or is seen to lack it.
  const sent = await tx.$queryRaw<{ channel: string }[]>`
    SELECT channel::text AS channel FROM message
    WHERE booking_id = ${bookingId}::uuid AND recipient = 'PATIENT' AND state IN ('SENDING', 'SENT', 'DELIVERED', 'READ') AND NOT carries_meet_link
      AND template IN ('booking-confirmed', 'booking-approved', 'booking-rescheduled')
    FOR UPDATE`;
  const channels = new Set(sent.map(({ channel }) => channel));
  const planned = planMessages({ id: bookingId, version }, "meet-ready", { actedBy: "system", patient: appointment.patient, provider: appointment.provider });
  await planRows(tx, appointment, planned.filter(({ channel }: PlannedMessage) => channels.has(channel)), now);
}

/** Whether a move waits to be told: it will carry the link. */
async function isSettling(tx: Tx, seriesId: string): Promise<boolean> {
  const waiting = await tx.$queryRaw<unknown[]>`SELECT 1 FROM graphile_worker.jobs WHERE key = ${settlingKey(seriesId)} AND locked_at IS NULL`;
  return waiting.length > 0;
}

/** Runs the waiting announcement of this booking now. True when there was one. */
async function hurryAnnouncement(tx: Tx, bookingId: string, version: number): Promise<boolean> {
  const payloads = PRIMARY.flatMap((change) => Array.from({ length: version }, (_, index) => ({ bookingId, version: index + 1, change })));
  const waiting = await tx.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs WHERE key = ANY(${payloads.map(announceKey)}::text[]) AND locked_at IS NULL`;
  const payload = payloads.find((candidate) => waiting.some(({ key }) => key === announceKey(candidate)));
  if (payload === undefined) return false;
  await enqueue(tx, "messages.announce", payload, { key: announceKey(payload) });
  return true;
}

/** The channel over which the patient's own text cancelled a booking; null when something else did. */
async function cancelledOver(tx: Tx, bookingId: string): Promise<PlannedMessage["channel"] | null> {
  const entry = await tx.auditEntry.findFirst({ where: { subjectKind: "booking", subjectId: bookingId, action: "booking.cancel", actorKind: "texter" }, select: { actorId: true } });
  const text = entry?.actorId == null ? null : (await tx.inboundMessage.findUnique({ where: { id: entry.actorId }, select: { channel: true } }));
  return text?.channel ?? null;
}
