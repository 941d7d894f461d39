import { cancelBooking } from "@/application/booking/cancel-booking";
import type { BookingRecord } from "@/application/booking/booking-record";
import { confirmAttendance } from "@/application/booking/confirm-attendance";
import { policyFacts } from "@/application/booking/to-booking-view";
import { noteProof } from "@/application/phones/phone-proof";
import { authorize } from "@/application/shared/authorize";
import { actingAs, type AppContext } from "@/application/shared/context";
import type { JobPayloads } from "@/application/shared/enqueue";
import { sqlOf } from "@/application/shared/sql";
import { inTransaction } from "@/application/shared/transaction";
import { cancellationPolicy, reschedulePolicy } from "@/domain/booking/booking-policy";
import { decideReply, type ComingVisit, type ReplyDecision } from "@/domain/messages/decide-reply";
import { readButton, readReply, type ReplyIntent } from "@/domain/messages/read-reply";
import type { InboundMessage } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { loadTexter, type Texter } from "./load-texter";
import { openConversation } from "./open-conversation";
import { inboundPlace } from "./receive-text";
import { recordConsent } from "./text-consent";
import { sendAnswer } from "./send-answer";

/** Does what a person's text asks for and answers it, or leaves it to the front desk. Once: the text, what follows from it and the answer commit together. */
export async function answerText(app: AppContext, { inboundId }: JobPayloads["messages.answer-text"]): Promise<void> {
  authorize(app.actor, "message.send");
  await inTransaction(app, async (tx) => {
    await tx.$queryRaw`SELECT id FROM inbound_message WHERE id = ${inboundId}::uuid FOR UPDATE`;
    const text = await tx.inboundMessage.findUnique({ where: { id: inboundId } });
    if (text === null || text.processedAt !== null) return;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${text.channel}:${text.address}`}::text, 1))`;
    const body = await app.cipher.decrypt(text.bodyCiphertext, inboundPlace(text.id));
    const now = app.clock.now();
    const texter = await loadTexter(tx, text, now);
    const intent = intentOf(text, body);
    const isYes = intent.kind === "confirm" || (intent.kind === "start" && intent.alsoConfirms);
    const visits = isYes && texter.askedFor !== null ? [texter.askedFor] : texter.visits;
    const decision = decideReply({ ...texter, intent, receivedAt: text.receivedAt.getTime(), visits: visits.map((visit) => toComingVisit(visit, now)) });
    const visit = "bookingId" in decision ? visits.find(({ id }) => id === decision.bookingId) : undefined;
    const providerId = visit?.providerId ?? texter.providerId;
    const conversationId = await openConversation(tx, text, providerId, { at: text.receivedAt.getTime(), isInbound: true, unread: needsPerson(decision, body) ? 1 : 0 });
    await act(app, tx, text, decision, visit, now);
    if (decision.do !== "wait" && decision.do !== "hand-over") await tx.textQuestion.deleteMany({ where: { channel: text.channel, ourNumber: text.ourNumber, address: text.address } });
    if (providerId !== null) await sendAnswer(app, tx, { text, texter, decision, visit, providerId, conversationId });
    await tx.inboundMessage.update({ where: { id: text.id }, data: { processedAt: new Date(now), outcome: decision.do, conversationId, bookingId: visit?.id ?? null } });
  });
}

/** What the carrier has made of it holds, whatever we would read. */
function intentOf({ optOutType, button }: InboundMessage, body: string): ReplyIntent {
  if (optOutType === "STOP") return { kind: "stop" };
  if (optOutType === "START") return { kind: "start", alsoConfirms: false };
  return readButton(button) ?? readReply(body);
}

/** Somebody who writes CANCEL has told their carrier to stop us, and probably meant the visit. */
const needsPerson = (decision: ReplyDecision, body: string) => decision.do === "hand-over" || (decision.do === "opt-out" && /cancel/i.test(body));

const toComingVisit = (visit: BookingRecord, now: number): ComingVisit => ({
  bookingId: visit.id,
  reference: visit.reference,
  isPending: visit.status === "PENDING",
  mayCancel: cancellationPolicy(policyFacts(visit), now).isAllowed,
  mayMove: reschedulePolicy(policyFacts(visit), now).isAllowed,
});

async function act(app: AppContext, tx: Tx, text: InboundMessage, decision: ReplyDecision, visit: Texter["visits"][number] | undefined, now: number): Promise<void> {
  if (decision.do === "opt-out" || decision.do === "opt-in") {
    const source = text.optOutType === null ? "reply" : "carrier";
    return recordConsent(tx, text, { isOptedOut: decision.do === "opt-out", source, inboundMessageId: text.id }, now);
  }
  if (visit === undefined) return;
  // Whoever says yes from the number has it, and wants to hear of the visit there.
  if (decision.do === "confirm" || decision.do === "not-answered-yet") await noteProof(tx, { seriesId: visit.seriesId, phone: text.address, source: "reply" }, now);
  const asTexter = actingAs({ ...app, sql: sqlOf(tx) }, { kind: "texter", inboundId: text.id, seriesId: visit.seriesId });
  if (decision.do === "confirm") await confirmAttendance(asTexter, { reference: visit.reference });
  if (decision.do === "cancel") await cancelBooking(asTexter, { reference: visit.reference });
}
