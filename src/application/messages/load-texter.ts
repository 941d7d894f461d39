import { listBookingRecords, type BookingRecord } from "@/application/booking/booking-record";
import { sqlOf } from "@/application/shared/sql";
import { readLanguage, type Language } from "@/domain/messages/language";
import type { OpenQuestion } from "@/domain/messages/decide-reply";
import type { ReplyCommand } from "@/domain/messages/read-reply";
import { PHONE_CODE } from "@/domain/phones/phone-texts";
import type { Tx } from "@/platform/db";
import { isOptedOut, type TextLine } from "./text-consent";

const HOUR_MS = 3_600_000;
/** A bare YES answers what we wrote this long ago at most. */
const WRITTEN_LATELY_MS = 48 * HOUR_MS;

/** Answers of ours after which a question of ours still stands. */
const WORDS_ON_THE_WAY: readonly string[] = ["reply-help", "reply-passed-on"];

/** What we know of a number that writes to us. */
export interface Texter {
  readonly isKnown: boolean;
  readonly isOptedOut: boolean;
  readonly language: Language;
  /** Coming visits for which somebody answers for this number, in order of time. */
  readonly visits: readonly BookingRecord[];
  /** Coming visits were booked with this number, and nobody answers for it at any of them. */
  readonly isUnproven: boolean;
  /** The visit for which the number was asked, where that is the last we wrote of our own accord: a YES answers it. */
  readonly askedFor: BookingRecord | null;
  readonly question: (OpenQuestion & { readonly id: string }) | null;
  readonly writtenAbout: readonly string[];
  /** Whose front desk reads what no rule answers. */
  readonly providerId: string | null;
  /** Automatic answers in the last hour. */
  readonly answersLately: number;
}

export async function loadTexter(tx: Tx, line: TextLine, now: number): Promise<Texter> {
  const { address, channel } = line;
  const patients = await tx.patient.findMany({ where: { phone: address }, orderBy: { id: "desc" }, take: 50, select: { id: true, providerId: true, language: true } });
  const coming = patients.length === 0 ? [] : await comingVisits(tx, patients.map(({ id }) => id), now);
  const visits = await ownVisits(tx, address, coming);
  const sent = await tx.message.findMany({
    where: { address, channel, createdAt: { gt: new Date(now - WRITTEN_LATELY_MS) }, state: { in: ["SENT", "DELIVERED", "READ"] } },
    orderBy: { createdAt: "desc" },
    take: 50,
    select: { bookingId: true, template: true, createdAt: true },
  });
  const reachable = visits.length === 0 ? coming : visits;
  const lastSaid = sent.find(({ template }) => !WORDS_ON_THE_WAY.includes(template));
  const lastAbout = reachable.find(({ id }) => id === sent.find(({ bookingId }) => bookingId !== null)?.bookingId);
  return {
    isKnown: patients.length > 0,
    isOptedOut: await isOptedOut(tx, line),
    language: readLanguage([lastAbout, ...reachable].find((visit) => visit?.language != null)?.language ?? patients.find(({ language }) => language !== null)?.language),
    visits,
    isUnproven: visits.length < reachable.length,
    askedFor: coming.find(({ id }) => lastSaid?.template === PHONE_CODE && id === lastSaid.bookingId) ?? null,
    question: await loadQuestion(tx, line, sent),
    writtenAbout: [...new Set(sent.flatMap(({ bookingId }) => bookingId ?? []))],
    providerId: (await lastWriter(tx, line)) ?? reachable[0]?.providerId ?? patients[0]?.providerId ?? (await lastReader(tx, line)) ?? (await onlyFrontDesk(tx)),
    answersLately: sent.filter((message) => message.template.startsWith("reply-") && message.createdAt.getTime() > now - HOUR_MS).length,
  };
}

/** What others book with a number, or by a slip of the finger, is kept from whoever has it. */
async function ownVisits(tx: Tx, address: string, visits: readonly BookingRecord[]): Promise<readonly BookingRecord[]> {
  const proofs = await tx.phoneProof.findMany({ where: { phone: address, seriesId: { in: visits.map(({ seriesId }) => seriesId) } }, select: { seriesId: true } });
  const proven = new Set(proofs.map(({ seriesId }) => seriesId));
  return visits.filter(({ seriesId }) => proven.has(seriesId));
}

const comingVisits = (tx: Tx, patientIds: readonly string[], now: number) =>
  listBookingRecords(
    sqlOf(tx),
    `WHERE b.patient_id = ANY($1::uuid[]) AND b.starts_at > $2::timestamptz AND (b.status = 'CONFIRMED' OR (b.status = 'PENDING' AND (b.pending_expires_at IS NULL OR b.pending_expires_at > $2::timestamptz)))
     ORDER BY b.starts_at, b.id LIMIT 20`,
    [patientIds, new Date(now).toISOString()],
  );

/** What we asked last, unless we have written about another visit since: then nobody can tell which one an answer means. */
async function loadQuestion(tx: Tx, { channel, ourNumber, address }: TextLine, sent: readonly { bookingId: string | null; createdAt: Date }[]): Promise<Texter["question"]> {
  const row = await tx.textQuestion.findUnique({ where: { channel_ourNumber_address: { channel, ourNumber, address } } });
  if (row === null) return null;
  const message = await tx.message.findUnique({ where: { id: row.messageId }, select: { attemptedAt: true, sentAt: true, createdAt: true } });
  if (message !== null && sent.some(({ bookingId, createdAt }) => bookingId !== null && !row.bookingIds.includes(bookingId) && createdAt > message.createdAt)) return null;
  return {
    id: row.id,
    kind: row.kind === "which" ? "which" : "cancel-sure",
    command: asCommand(row.command),
    bookingIds: row.bookingIds,
    leavingAt: message?.attemptedAt?.getTime() ?? null,
    askedAt: message?.sentAt?.getTime() ?? null,
    expiresAt: row.expiresAt.getTime(),
  };
}

const asCommand = (text: string): ReplyCommand => (text === "confirm" || text === "move" ? text : "cancel");

/** Whoever wrote to this number last, however long ago: what comes back is an answer to that, whoever else has a visit under the number. */
async function lastWriter(tx: Tx, { address, channel }: TextLine): Promise<string | null> {
  const [sameChannel, anyChannel] = [{ channel }, { channel: { in: ["SMS" as const, "WHATSAPP" as const] } }];
  for (const where of [sameChannel, anyChannel]) {
    const last = await tx.message.findFirst({ where: { address, ...where, sentAt: { not: null }, providerId: { not: null } }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], select: { providerId: true } });
    if (last !== null) return last.providerId;
  }
  return null;
}

/** Whoever read what came from this number last. */
async function lastReader(tx: Tx, { address, channel }: TextLine): Promise<string | null> {
  const open = await tx.conversation.findFirst({ where: { address, channel, providerId: { not: null } }, orderBy: { lastAt: "desc" }, select: { providerId: true } });
  return open?.providerId ?? null;
}

/** In an installation of one clinic, or of one provider without, unknown numbers belong to it. */
async function onlyFrontDesk(tx: Tx): Promise<string | null> {
  const first = await tx.provider.findFirst({ where: { status: "ACTIVE" }, orderBy: { id: "asc" }, select: { id: true, organizationId: true } });
  if (first === null || (await tx.organization.count()) > 1) return null;
  const stranger = await tx.provider.findFirst({ where: { id: { not: first.id }, status: "ACTIVE", ...(first.organizationId !== null && { organizationId: null }) }, select: { id: true } });
  return stranger === null ? first.id : null;
}
