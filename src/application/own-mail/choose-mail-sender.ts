import type { MessageSubject } from "@/application/messages/message-subject";
import type { AppContext } from "@/application/shared/context";
import { chooseSender, type OwnMailState } from "@/domain/messages/choose-sender";
import { OWN_MAIL_PROBLEMS } from "@/domain/messages/own-mail-problem";
import { DAY_MS } from "@/domain/time/calendar-day";
import type { Message } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { allowsMail } from "./mail-scope";

export type MailSenderColumns = Partial<Pick<Message, "sender" | "senderAddress" | "senderConnectionId" | "senderNote">>;

/**
 * Who carries a message, as it is written to its row before anything is sent. Own mailboxes carry what patients are told of their visits and
 * nothing else. What SendGrid has taken up stays there, and so does what has a place at Google.
 */
export async function chooseMailSender(app: AppContext, tx: Tx, message: Message, subject: MessageSubject | null): Promise<MailSenderColumns> {
  if (message.channel !== "EMAIL" || message.sender === "SENDGRID" || message.uploadCiphertext !== null) return {};
  const isOfVisit = message.recipient === "PATIENT" && subject?.kind === "appointment";
  const choice = chooseSender(isOfVisit ? await loadOwnMail(app, tx, message) : null, app.clock.now());
  if (choice.sender === "GMAIL") return { sender: "GMAIL", senderAddress: choice.address, senderConnectionId: choice.connectionId, senderNote: null };
  return { sender: "SENDGRID", senderAddress: null, senderConnectionId: null, senderNote: choice.note };
}

async function loadOwnMail(app: AppContext, tx: Tx, { id, providerId }: Message): Promise<OwnMailState | null> {
  const own = providerId === null ? null : await tx.ownMail.findUnique({ where: { providerId } });
  const connection = own && (await tx.calendarConnection.findUnique({ where: { id: own.connectionId }, select: { status: true, accountEmail: true, scopes: true } }));
  if (own === null || connection === null) return null;
  const { mailbox } = app.ports;
  const since = new Date(app.clock.now() - DAY_MS);
  return {
    connectionId: own.connectionId,
    address: connection.accountEmail,
    isSwitchedOff: mailbox == null,
    isConnected: connection.status === "ACTIVE",
    maySend: allowsMail(connection.scopes),
    problem: OWN_MAIL_PROBLEMS.find((problem) => problem === own.problem) ?? null,
    pausedUntil: own.pausedUntil?.getTime() ?? null,
    sentToday: await tx.message.count({ where: { senderConnectionId: own.connectionId, attemptedAt: { gt: since }, sender: "GMAIL", id: { not: id } } }),
    sendsPerDay: mailbox?.sendsPerDay ?? 0,
  };
}
