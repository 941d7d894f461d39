import { uuidv7 } from "uuidv7";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { AppError, IntegrationError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { calendarQueue, ownerIdOf, ownerToConnect, type CalendarOwner } from "./calendar-queue";
import type { ConnectByServiceAccountInput, ServiceAccountOutcome } from "./calendar-schemas";
import { encryptTokens } from "./connection-tokens";

type Grant = { readonly accessToken: string; readonly expiresAt: number; readonly scopes: readonly string[] };

/** Google makes these up, long and at random: whoever knows one was shown it. */
const UNGUESSABLE = /@group\.calendar\.google\.com$/;

/**
 * Connects without a consent page: a calendar that was shared with the service account, or a person's account in whose name
 * the domain lets it act. Asks Google whether it may, and says in words what is missing if not; then nothing is stored.
 * Only one's own address, or a calendar's unguessable one: nobody connects a colleague.
 */
export async function connectByServiceAccount(app: AppContext, input: ConnectByServiceAccountInput): Promise<ServiceAccountOutcome> {
  const { actor } = app;
  const owner = ownerToConnect(actor, input.organizationId);
  authorize(actor, "calendar.connect", owner);
  const { serviceAccount } = app.ports;
  if (serviceAccount === null || actor.kind !== "user") throw new AppError("INTEGRATION_OFF");
  const address = input.address.trim().toLowerCase();
  const isOwn = address === actor.email.toLowerCase();
  if (!isOwn && (input.way === "DELEGATED" || !UNGUESSABLE.test(address))) {
    return { isConnected: false, sentence: `This address is somebody else’s. You can connect your own, ${actor.email}${input.way === "SHARED" ? ", or a further calendar by its address ending in @group.calendar.google.com" : ""}.` };
  }
  const grant = await ask(app, input.way, address);
  if (typeof grant === "string") return { isConnected: false, sentence: grant };
  await storeConnection(app, owner, { ...grant, way: input.way, address });
  return { isConnected: true, sentence: "Google lets us in. The calendar is being read." };
}

/** A token that has proved itself, or what is missing. */
async function ask({ ports }: AppContext, way: "SHARED" | "DELEGATED", address: string): Promise<Grant | string> {
  const { serviceAccount, calendar } = ports;
  if (serviceAccount === null || calendar === null) throw new AppError("INTEGRATION_OFF");
  try {
    const grant = await serviceAccount.grant(way === "DELEGATED" ? address : null);
    if (way === "DELEGATED") await calendar.listCalendars(grant.accessToken);
    else await calendar.describeCalendar(grant.accessToken, address);
    return grant;
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error;
    if (error.kind === "transient" || error.kind === "rate-limited") return "Google could not be reached, so nothing was connected. Try again in a moment.";
    if (error.kind === "not-found") return `The calendar is not shared with ${serviceAccount.email} yet, or its address is another one. In its settings in Google Calendar, under “Share with specific people”, add that address with “Make changes to events”, and check again.`;
    if (way === "DELEGATED" && error.failure.code === "unauthorized_client") return "The domain does not let the service account act for its people yet. A Workspace administrator allows it under Security, API controls, Domain-wide delegation.";
    if (way === "DELEGATED" && error.failure.code === "invalid_grant") return "Google knows nobody by this address in the domain, or the service account’s key was withdrawn.";
    return "Google refused the service account. Its key may have been withdrawn; ask whoever runs this installation.";
  }
}

async function storeConnection(app: AppContext, owner: CalendarOwner, { way, address, ...grant }: Grant & { way: "SHARED" | "DELEGATED"; address: string }): Promise<void> {
  const ownerId = ownerIdOf(owner);
  const accountSubject = `${way.toLowerCase()}:${address}`;
  await inTransaction(app, async (tx) => {
    const known = await tx.calendarConnection.findFirst({ where: { ...owner, accountSubject }, select: { id: true } });
    const id = known?.id ?? uuidv7();
    const data = {
      access: way, status: "ACTIVE" as const, accountEmail: address, scopes: [...grant.scopes], connectedAt: new Date(app.clock.now()), disconnectedAt: null, lastError: null, lastErrorAt: null,
      ...(await encryptTokens(app.cipher, id, grant)),
    };
    await tx.calendarConnection.upsert({ where: { id }, create: { id, ...owner, accountSubject, ...data }, update: data });
    await audit(tx, app.actor, { action: "calendar.connect", subjectKind: "calendar-connection", subjectId: id, providerId: owner.providerId, after: { access: way, scopes: [...grant.scopes] } });
    await enqueue(tx, "calendar.start-connection", { connectionId: id }, { key: `start:${id}`, queue: calendarQueue(ownerId) });
  });
}
