import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { hashToken, randomToken } from "@/platform/crypto";
import { ownerToConnect, type CalendarOwner } from "./calendar-queue";

const LIFETIME_MS = 10 * 60_000;
export const RETURN_TO = "/provider/integrations";
const CLINIC_RETURN_TO = "/provider/clinic/calendars";

/** Where the verifier of a started consent belongs. */
export const verifierPlace = (stateId: string): string => `oauth-state:${stateId}`;

export interface ConsentWish {
  readonly returnTo?: string | undefined;
  /** The account to connect again; the first that has to be when absent. */
  readonly connectionId?: string | undefined;
  /** An account besides those that are connected. */
  readonly isAnother?: boolean;
  /** The connected account that is asked for leave to send e-mails; then nothing is connected. */
  readonly mailConnectionId?: string | undefined;
  /** The organization that connects; the viewer's own calendar when absent. */
  readonly organizationId?: string | undefined;
}

/**
 * Starts a consent for the signed-in provider, or for the clinic they manage, and answers Google's address to go to. The consent is good for ten
 * minutes, once, in this browser session. `returnTo` is a page below /provider; any other is ignored. An account
 * that has to be connected again is suggested to Google, unless the person wants another one.
 */
export async function startCalendarConnection(app: AppContext, sessionToken: string | null, asked: ConsentWish = {}): Promise<string> {
  const { actor } = app;
  const owner = ownerToConnect(actor, asked.organizationId);
  authorize(actor, "calendar.connect", owner);
  if (actor.kind !== "user" || sessionToken === null) throw new AppError("NOT_AUTHENTICATED");
  const { calendarAuth } = app.ports;
  if (calendarAuth === null) throw new AppError("INTEGRATION_OFF");
  const [id, state, codeVerifier] = [uuidv7(), randomToken(), randomToken()];
  const standard = owner.organizationId === null ? RETURN_TO : CLINIC_RETURN_TO;
  const { returnTo = standard } = asked;
  const mail = asked.mailConnectionId === undefined ? null : await getSendingAccount(app, owner, asked.mailConnectionId);
  const known = mail ?? (asked.isAnother ? null : await findBroken(app, owner, asked.connectionId));
  await app.db.oAuthState.create({
    data: {
      id,
      stateHash: hashToken(state),
      userId: actor.userId,
      sessionHash: hashToken(sessionToken),
      codeVerifier: await app.cipher.encrypt(codeVerifier, verifierPlace(id)),
      returnTo: /^\/provider(\/[a-z-]+)*$/.test(returnTo) ? returnTo : standard,
      organizationId: owner.organizationId,
      mailConnectionId: mail?.id ?? null,
      expiresAt: new Date(app.clock.now() + LIFETIME_MS),
    },
  });
  const codeChallenge = createHash("sha256").update(codeVerifier).digest("base64url");
  const asks = mail !== null ? "mail" : known?.sendsMail ? "both" : "calendar";
  return calendarAuth.consentUrl({ state, codeChallenge, asks, ...(known !== null && { loginHint: known.accountEmail }) });
}

interface KnownAccount {
  readonly id: string;
  readonly accountEmail: string;
  /** The provider's e-mails go through it. */
  readonly sendsMail: boolean;
}

async function findBroken(app: AppContext, owner: CalendarOwner, connectionId: string | undefined): Promise<KnownAccount | null> {
  const broken = await app.db.calendarConnection.findMany({ where: { ...owner, status: "RECONNECT_NEEDED" }, select: { id: true, accountEmail: true, ownMail: { select: { providerId: true } } }, orderBy: { connectedAt: "asc" } });
  const found = broken.find((connection) => connection.id === connectionId) ?? broken[0];
  return found === undefined ? null : { id: found.id, accountEmail: found.accountEmail, sendsMail: found.ownMail.length > 0 };
}

async function getSendingAccount(app: AppContext, owner: CalendarOwner, connectionId: string): Promise<KnownAccount> {
  const id = z.uuid().safeParse(connectionId).data;
  const connection = id === undefined || owner.providerId === null ? null : await app.db.calendarConnection.findFirst({ where: { id, ...owner, access: "CONSENT", status: "ACTIVE" }, select: { id: true, accountEmail: true } });
  if (connection === null) throw new AppError("NOT_FOUND");
  return { ...connection, sendsMail: true };
}
