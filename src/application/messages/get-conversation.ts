import { listBookingRecords } from "@/application/booking/booking-record";
import { noteReading } from "@/application/messages/note-reading";
import type { AppContext } from "@/application/shared/context";
import { formatPhone } from "@/application/shared/phone-view";
import { readSql } from "@/application/shared/sql";
import { WHATSAPP_WINDOW_MS } from "@/domain/messages/should-send-written";
import { replyRefusal } from "@/domain/messages/reply-refusal";
import { toLocal } from "@/domain/time/local-time";
import { listEntries } from "./conversation-entries";
import { listConsents } from "./list-consents";
import type { ConversationDetails, ConversationRefInput } from "./conversation-schemas";
import { getStaffConversation, outgoingLine, type StaffConversation } from "./staff-conversation";

/** One conversation with what was said, the coming visits of the people at that number, and whether they may be answered. The reading is audited. Throws NOT_FOUND, NOT_ALLOWED. */
export async function getConversation(app: AppContext, { conversationId }: ConversationRefInput): Promise<ConversationDetails> {
  const conversation = await getStaffConversation(app.db, app, conversationId, "message.read");
  await noteReading(app, { subjectKind: "conversation", subjectId: conversation.id, providerId: conversation.providerId, action: "message.read" });
  const { id, channel, address, provider, providerId, unread, lastAt, lastInboundAt } = conversation;
  const now = app.clock.now();
  const { line, isOptedOut } = await outgoingLine(app.db, app, conversation);
  const patients = await app.db.patient.findMany({ where: { providerId, phone: address }, distinct: ["name"], orderBy: { name: "asc" }, take: 4, select: { name: true } });
  const refusal = replyRefusal({ channel, isChannelOn: line !== null, isOptedOut, lastInboundAt: lastInboundAt?.getTime() ?? null }, now);
  const windowEnd = channel === "WHATSAPP" && lastInboundAt !== null ? lastInboundAt.getTime() + WHATSAPP_WINDOW_MS : null;
  return {
    id, channel, providerId, unread, isOptedOut,
    providerName: provider.name,
    providerTimeZone: provider.timeZone,
    names: patients.map(({ name }) => name),
    phone: address,
    phoneText: formatPhone(address),
    lastAt: lastAt.toISOString(),
    localLastAt: toLocal(lastAt.getTime(), provider.timeZone),
    entries: await listEntries(app, conversation),
    consents: await listConsents(app, conversation),
    visits: await comingVisits(app, conversation, now),
    refusal,
    canSendCard: channel === "WHATSAPP" && refusal === null,
    canUseSms: channel === "WHATSAPP" && refusal !== null && !isOptedOut && app.ports.sms !== null,
    localWindowEnd: windowEnd === null ? null : toLocal(windowEnd, provider.timeZone),
  };
}

async function comingVisits(app: AppContext, { providerId, address, provider }: StaffConversation, now: number): Promise<ConversationDetails["visits"]> {
  const clause = `WHERE b.provider_id = $1::uuid AND pt.phone = $2 AND b.ends_at > $3::timestamptz AND b.status IN ('PENDING', 'CONFIRMED', 'CHECKED_IN') ORDER BY b.starts_at, b.id LIMIT 10`;
  const records = await listBookingRecords(readSql(app), clause, [providerId, address, new Date(now).toISOString()]);
  return records.map((record) => ({
    reference: record.reference,
    patientName: record.patient?.name ?? "",
    serviceName: record.serviceName,
    status: record.status,
    localStart: toLocal(record.startsAt, provider.timeZone),
    isAttendanceConfirmed: record.attendanceConfirmedAt !== null,
  }));
}
