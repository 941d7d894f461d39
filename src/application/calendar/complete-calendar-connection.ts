import { uuidv7 } from "uuidv7";
import { allowsMail } from "@/application/own-mail/mail-scope";
import { NO_PROBLEM, takeMailConsent } from "@/application/own-mail/take-mail-consent";
import type { Actor } from "@/application/shared/actor";
import { audit } from "@/application/shared/audit";
import { can } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { IntegrationError } from "@/application/shared/errors";
import type { CalendarAuthPort, CalendarGrant } from "@/application/shared/ports";
import { inTransaction } from "@/application/shared/transaction";
import { calendarQueue, ownerIdOf, ownerToConnect, type CalendarOwner } from "./calendar-queue";
import type { CalendarProblem } from "./calendar-schemas";
import { encryptTokens } from "./connection-tokens";
import { redeemOAuthState, type Redeemed } from "./redeem-oauth-state";
import { RETURN_TO } from "./start-calendar-connection";

/** What Google sent the browser back with. */
export interface ConsentAnswer {
  readonly state: string | null;
  readonly code: string | null;
  readonly error: string | null;
}

/** Where the browser goes next; `problem` says why nothing was connected, or why e-mails are not sent from the account. */
export interface ConsentOutcome {
  readonly returnTo: string;
  readonly isForMail?: boolean;
  readonly problem: CalendarProblem | null;
}

/** Without these a connection would be one in name only. A missing Meet scope costs the links alone. */
const NEEDED_SCOPES = ["https://www.googleapis.com/auth/calendar.events", "https://www.googleapis.com/auth/calendar.calendarlist.readonly"];

/** Ends a consent: stores the connection, or nothing and the reason. Reading and writing start in a job. */
export async function completeCalendarConnection(app: AppContext, sessionToken: string | null, answer: ConsentAnswer): Promise<ConsentOutcome> {
  const { actor } = app;
  const refused = (problem: CalendarProblem, returnTo: string = RETURN_TO): ConsentOutcome => ({ returnTo, problem });
  if (actor.kind !== "user" || sessionToken === null) return refused("signed-out");
  const { calendarAuth } = app.ports;
  if (calendarAuth === null) return refused("switched-off");

  const redeemed = await redeemOAuthState(app, answer.state ?? "", { userId: actor.userId, sessionToken });
  if (!redeemed.ok) return { ...refused(redeemed.problem, redeemed.returnTo), ...(redeemed.isForMail && { isForMail: true }) };
  const outcome = await settleAnswer(app, actor, calendarAuth, redeemed, answer);
  return redeemed.mailConnectionId === null ? outcome : { ...outcome, isForMail: true };
}

async function settleAnswer(app: AppContext, actor: Extract<Actor, { kind: "user" }>, calendarAuth: CalendarAuthPort, redeemed: Extract<Redeemed, { ok: true }>, answer: ConsentAnswer): Promise<ConsentOutcome> {
  const { returnTo, mailConnectionId } = redeemed;
  const refused = (problem: CalendarProblem): ConsentOutcome => ({ returnTo, problem });
  // Their role may have changed while they were at Google.
  const owner = ownerToConnect(actor, redeemed.organizationId);
  if (!can(actor, "calendar.connect", owner)) return refused("not-allowed");
  if (answer.error !== null) return refused(answer.error === "access_denied" ? "denied" : "code-refused");
  const grant = await exchange(calendarAuth, answer.code ?? "", redeemed.codeVerifier);
  if (typeof grant === "string") return refused(grant);
  const hasCalendar = NEEDED_SCOPES.every((scope) => grant.scopes.includes(scope));
  if (mailConnectionId !== null) return { returnTo, problem: await takeMailConsent(app, owner, mailConnectionId, grant, hasCalendar) };
  if (!hasCalendar) return refused("partial-consent");
  return (await storeConnection(app, owner, grant)) ? { returnTo, problem: null } : refused("no-lasting-access");
}

async function exchange(calendarAuth: CalendarAuthPort, code: string, codeVerifier: string): Promise<CalendarGrant | CalendarProblem> {
  try {
    return await calendarAuth.exchangeCode({ code, codeVerifier });
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error;
    return error.kind === "transient" || error.kind === "rate-limited" ? "google-unavailable" : "code-refused";
  }
}

/** One row per owner and Google account; connecting again replaces its tokens. False: there would be no way to refresh. */
async function storeConnection(app: AppContext, owner: CalendarOwner, grant: CalendarGrant): Promise<boolean> {
  return inTransaction(app, async (tx) => {
    const { accountSubject } = grant;
    const known = await tx.calendarConnection.findFirst({ where: { ...owner, accountSubject }, select: { id: true, refreshTokenCiphertext: true } });
    if (grant.refreshToken === null && !known?.refreshTokenCiphertext) return false;
    const id = known?.id ?? uuidv7();
    const data = {
      status: "ACTIVE" as const, accountEmail: grant.accountEmail, scopes: [...grant.scopes], connectedAt: new Date(app.clock.now()), disconnectedAt: null, lastError: null, lastErrorAt: null,
      ...(await encryptTokens(app.cipher, id, grant)),
    };
    await tx.calendarConnection.upsert({ where: { id }, create: { id, ...owner, accountSubject, ...data }, update: data });
    if (allowsMail(grant.scopes)) await tx.ownMail.updateMany({ where: { connectionId: id }, data: NO_PROBLEM });
    await audit(tx, app.actor, { action: "calendar.connect", subjectKind: "calendar-connection", subjectId: id, providerId: owner.providerId, after: { scopes: [...grant.scopes], organizationId: owner.organizationId } });
    await enqueue(tx, "calendar.start-connection", { connectionId: id }, { key: `start:${id}`, queue: calendarQueue(ownerIdOf(owner)) });
    return true;
  });
}
