import { uuidv7 } from "uuidv7";
import type { BookingRecord } from "@/application/booking/booking-record";
import type { AppContext } from "@/application/shared/context";
import { basicLetters } from "@/domain/messages/basic-letters";
import { QUESTION_MS, type ReplyDecision } from "@/domain/messages/decide-reply";
import { readLanguage } from "@/domain/messages/language";
import { replyText, type ReplyFigures, type ReplyKind } from "@/domain/messages/reply-words";
import type { InboundMessage } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import type { Texter } from "./load-texter";
import { clinicFigures, visitFigures, visitList } from "./reply-figures";
import { writeText } from "./write-text";

/** More automatic answers an hour than this are a machine talking to a machine. What has happened is told all the same: each visit is cancelled once. */
const ANSWERS_AN_HOUR = 10;
const ACKNOWLEDGE_AFTER_MS = 12 * 3_600_000;

export interface Answering {
  readonly text: InboundMessage;
  readonly texter: Texter;
  readonly decision: ReplyDecision;
  readonly visit: BookingRecord | undefined;
  readonly providerId: string;
  readonly conversationId: string;
}

/** Plans the answer to a text, when there is one to give, and remembers what it asks. */
export async function sendAnswer(app: AppContext, tx: Tx, answering: Answering): Promise<void> {
  const { text, decision, visit, providerId, conversationId } = answering;
  // Several people may share a number: each visit is answered in its own language.
  const texter = { ...answering.texter, language: visit?.language == null ? answering.texter.language : readLanguage(visit.language) };
  if (texter.answersLately >= ANSWERS_AN_HOUR && !changesSomething(answering)) return;
  const kind = await answerKind(app, tx, answering);
  if (kind === null) return;
  const figures = await figuresOf(app, tx, { ...answering, texter });
  const said = replyText(kind, texter.language, figures);
  const body = text.channel === "SMS" ? basicLetters(said) : said;
  const messageId = await writeText(app, tx, { line: text, providerId, conversationId, bookingId: visit?.id ?? null, template: `reply-${kind}`, body, dedupeKey: `reply:${text.id}` });
  if (messageId !== null) await remember(app, tx, text, decision, messageId);
}

/** `visit` and `texter` are as they were before. */
const changesSomething = ({ decision, visit, texter }: Answering) => decision.do === "cancel" || (decision.do === "confirm" && visit?.attendanceConfirmedAt === null) || (decision.do === "opt-in" && texter.isOptedOut);

async function figuresOf(app: AppContext, tx: Tx, { visit, decision, texter, providerId }: Answering): Promise<ReplyFigures> {
  if (visit) return visitFigures(app, tx, visit, decision.do, texter.language);
  const clinic = await clinicFigures(tx, providerId);
  if (decision.do !== "ask-which") return clinic;
  const meant = decision.bookingIds.flatMap((bookingId) => texter.visits.find(({ id }) => id === bookingId) ?? []);
  return { ...clinic, list: visitList(meant, texter.language) };
}

/** Carriers answer STOP, START and often HELP themselves. */
async function answerKind(app: AppContext, tx: Tx, { text, texter, decision, conversationId }: Answering): Promise<ReplyKind | null> {
  switch (decision.do) {
    case "opt-out":
    case "wait":
      return null;
    case "opt-in":
      return text.channel === "WHATSAPP" && text.optOutType === null ? "opted-in" : null;
    case "help":
      return text.optOutType === "HELP" ? null : "help";
    case "confirm":
      return "confirmed";
    case "cancel":
      return "cancelled";
    case "send-link":
      return "move-link";
    case "hand-over":
      return texter.isKnown && (await isFirstLately(app, tx, conversationId)) ? "passed-on" : null;
    default:
      return decision.do;
  }
}

async function isFirstLately(app: AppContext, tx: Tx, conversationId: string): Promise<boolean> {
  const since = new Date(app.clock.now() - ACKNOWLEDGE_AFTER_MS);
  return (await tx.message.count({ where: { conversationId, createdAt: { gt: since }, template: { in: ["reply-passed-on", "staff-reply"] } } })) === 0;
}

async function remember(app: AppContext, tx: Tx, text: InboundMessage, decision: ReplyDecision, messageId: string): Promise<void> {
  const asks = decision.do === "ask-cancel" ? { kind: "cancel-sure", command: "cancel", bookingIds: [decision.bookingId] } : decision.do === "ask-which" ? { kind: "which", command: decision.command, bookingIds: [...decision.bookingIds] } : null;
  if (asks === null) return;
  const { channel, ourNumber, address } = text;
  await tx.textQuestion.create({ data: { id: uuidv7(), channel, ourNumber, address, messageId, expiresAt: new Date(app.clock.now() + QUESTION_MS), ...asks } });
}
