import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { OWN_MAIL_PROBLEMS, type OwnMailProblem } from "@/domain/messages/own-mail-problem";
import { DAY_MS } from "@/domain/time/calendar-day";
import { allowsMail } from "./mail-scope";
import type { OwnMailView } from "./own-mail-schemas";

const SENTENCES: Readonly<Record<Exclude<OwnMailProblem, "scope-missing">, string>> = {
  limit: "Google takes no more e-mails from this address for now. SendGrid sends until it does again.",
  unreachable: "Google could not be reached. SendGrid sends meanwhile, and we try again by ourselves.",
  refused: "Google refused to send from this address. SendGrid sends meanwhile, and we try again in a while. An account without Gmail, or a rule of your domain’s administrator, may be the cause.",
};

/** From where the e-mails of a provider to their patients come, and how that stands, in plain words. */
export async function getOwnMail(app: AppContext, providerId: string | null): Promise<OwnMailView> {
  authorize(app.actor, "calendar.connect", { providerId });
  if (providerId === null) throw new AppError("NOT_FOUND");
  const { mailbox, email } = app.ports;
  const connections = await app.db.calendarConnection.findMany({ where: { providerId, access: "CONSENT", status: { not: "DISCONNECTED" } }, select: { id: true, accountEmail: true, status: true, scopes: true }, orderBy: { connectedAt: "asc" } });
  const own = await app.db.ownMail.findUnique({ where: { providerId } });
  const chosen = connections.find(({ id }) => id === own?.connectionId);
  const accounts = connections.filter(({ status }) => status === "ACTIVE").map(({ id, accountEmail, scopes }) => ({ connectionId: id, address: accountEmail, isAllowed: allowsMail(scopes) }));
  const state = mailbox == null || email === null ? "unavailable" : own !== null && chosen !== undefined ? "on" : accounts.length === 0 ? "no-account" : "off";
  const sentToday = chosen === undefined ? 0 : await app.db.message.count({ where: { senderConnectionId: chosen.id, sender: "GMAIL", attemptedAt: { gt: new Date(app.clock.now() - DAY_MS) } } });
  return { state, address: chosen?.accountEmail ?? null, connectionId: chosen?.id ?? null, problem: state === "on" && own !== null && chosen !== undefined ? problemOf(app, own, chosen, sentToday) : null, sentToday, sendsPerDay: mailbox?.sendsPerDay ?? 0, accounts };
}

function problemOf(app: AppContext, own: { problem: string | null; pausedUntil: Date | null }, chosen: { status: string; scopes: readonly string[] }, sentToday: number): OwnMailView["problem"] {
  if (chosen.status !== "ACTIVE") return { sentence: "Google no longer lets us into this account. SendGrid sends until it is connected again.", fix: "reconnect" };
  if (!allowsMail(chosen.scopes)) return { sentence: "Google’s permission to send from this address is gone. SendGrid sends until you give it again.", fix: "ask" };
  const problem = OWN_MAIL_PROBLEMS.find((known) => known === own.problem);
  if (problem !== undefined && problem !== "scope-missing" && own.pausedUntil !== null && app.clock.now() < own.pausedUntil.getTime()) return { sentence: SENTENCES[problem], fix: "wait" };
  if (sentToday >= (app.ports.mailbox?.sendsPerDay ?? 0)) return { sentence: "As many e-mails as we send from this address in a day have gone. SendGrid sends the rest; what is left is yours for your own letters.", fix: "wait" };
  return null;
}
