import { uuidv7 } from "uuidv7";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { AppError, IntegrationError } from "@/application/shared/errors";
import { inTransaction, isDuplicate } from "@/application/shared/transaction";
import { calendarQueue, ownerIdOf, ownerToConnect, type CalendarOwner } from "./calendar-queue";
import type { ConnectByServiceAccountInput, ServiceAccountOutcome } from "./calendar-schemas";
import { encryptTokens } from "./connection-tokens";
import { proveControl } from "./prove-control";

type Grant = { readonly accessToken: string; readonly expiresAt: number; readonly scopes: readonly string[] };

/** A further calendar. Its address is no secret: it is the organizer of each of its events, so whoever was invited to one has seen it. */
const FURTHER = /@group\.calendar\.google\.com$/;

/**
 * Connects without a consent page: a calendar that was shared with the service account, or a person's account in whose name
 * the domain lets it act. Asks Google whether it may, and says in words what is missing if not; then nothing is stored.
 * Only one's own address, or that of a further calendar which nobody else has connected and into which one has shown to write.
 */
export async function connectByServiceAccount(app: AppContext, input: ConnectByServiceAccountInput): Promise<ServiceAccountOutcome> {
  const { actor } = app;
  const owner = ownerToConnect(actor, input.organizationId);
  authorize(actor, "calendar.connect", owner);
  const { serviceAccount } = app.ports;
  if (serviceAccount === null || actor.kind !== "user") throw new AppError("INTEGRATION_OFF");
  const address = input.address.trim().toLowerCase();
  const isOwn = address === actor.email.toLowerCase();
  if (!isOwn && (input.way === "DELEGATED" || !FURTHER.test(address))) {
    return refused(`This address is somebody else’s. You can connect your own, ${actor.email}${input.way === "SHARED" ? ", or a further calendar by its address ending in @group.calendar.google.com" : ""}.`);
  }
  const claimedAddress = isOwn ? null : address;
  const claim = claimedAddress === null ? null : await app.db.calendarConnection.findUnique({ where: { claimedAddress }, select: { providerId: true, organizationId: true } });
  const isHeld = claim !== null && claim.providerId === owner.providerId && claim.organizationId === owner.organizationId;
  if (claim !== null && !isHeld) return refused(TAKEN);
  const grant = await ask(app, input.way, address);
  if (typeof grant === "string") return refused(grant);
  const proof = isOwn || isHeld ? null : await proveControl(app, { ownerId: ownerIdOf(owner), address, accessToken: grant.accessToken });
  if (proof !== null) return proof;
  try {
    await storeConnection(app, owner, { ...grant, way: input.way, address, claimedAddress });
  } catch (error) {
    if (isDuplicate(error)) return refused(TAKEN);
    throw error;
  }
  return { isConnected: true, sentence: "Google lets us in. The calendar is being read.", proof: null };
}

const TAKEN = "This calendar is connected here already, by somebody else. It can be connected once: have it disconnected there first, or share another one.";
const refused = (sentence: string): ServiceAccountOutcome => ({ isConnected: false, sentence, proof: null });

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

async function storeConnection(app: AppContext, owner: CalendarOwner, { way, address, claimedAddress, ...grant }: Grant & { way: "SHARED" | "DELEGATED"; address: string; claimedAddress: string | null }): Promise<void> {
  const ownerId = ownerIdOf(owner);
  const accountSubject = `${way.toLowerCase()}:${address}`;
  await inTransaction(app, async (tx) => {
    const known = await tx.calendarConnection.findFirst({ where: { ...owner, accountSubject }, select: { id: true } });
    const id = known?.id ?? uuidv7();
    const data = {
      access: way, claimedAddress, status: "ACTIVE" as const, accountEmail: address, scopes: [...grant.scopes], connectedAt: new Date(app.clock.now()), disconnectedAt: null, lastError: null, lastErrorAt: null,
      ...(await encryptTokens(app.cipher, id, grant)),
    };
    await tx.calendarConnection.upsert({ where: { id }, create: { id, ...owner, accountSubject, ...data }, update: data });
    await tx.calendarProof.deleteMany({ where: { ownerId, address } });
    await audit(tx, app.actor, { action: "calendar.connect", subjectKind: "calendar-connection", subjectId: id, providerId: owner.providerId, after: { access: way, scopes: [...grant.scopes] } });
    await enqueue(tx, "calendar.start-connection", { connectionId: id }, { key: `start:${id}`, queue: calendarQueue(ownerId) });
  });
}
