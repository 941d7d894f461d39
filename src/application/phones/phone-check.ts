import { uuidv7 } from "uuidv7";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { readReminderChoice } from "@/domain/messages/plan-messages";
import type { PhoneCode } from "@/generated/prisma/client";
import type { MessageState } from "@/generated/prisma/enums";
import type { Tx } from "@/platform/db";
import { noteProof } from "./phone-proof";
import type { PhoneCheckView } from "./phone-schemas";
import { redeemPhoneCode } from "./redeem-phone-code";
import { codeKey } from "./send-phone-code";

/** A second press is no second text. */
const AGAIN_AFTER_MS = 60_000;

const NEVER_ARRIVES: readonly MessageState[] = ["FAILED", "SKIPPED", "EXPIRED"];

/** How it stands with the number of a link's visit. Throws NOT_ALLOWED, NOT_FOUND. */
export async function getPhoneCheck(app: AppContext): Promise<PhoneCheckView> {
  return viewOf(app, await loadAsked(app, app.db));
}

/** Has another code sent to the number of a link's visit; `requestedBy` is whoever opened the link. Throws NOT_ALLOWED, NOT_FOUND. */
export async function requestPhoneCode(app: AppContext, requestedBy: string): Promise<PhoneCheckView> {
  return inTransaction(app, async (tx) => {
    const asked = await loadAsked(app, tx);
    const isTooSoon = asked.latest !== null && app.clock.now() - asked.latest.requestedAt.getTime() < AGAIN_AFTER_MS;
    return viewOf(app, isTooSoon ? asked : await planCode(app, tx, asked, requestedBy));
  });
}

/** Has a code sent in the caller's transaction where the bearer of a link has just asked for texts and nothing is under way. Throws NOT_ALLOWED, NOT_FOUND. */
export async function askWishedNumber(app: AppContext, tx: Tx, requestedBy: string): Promise<void> {
  const asked = await loadAsked(app, tx);
  if (statusOf(asked, app.clock.now()) === "ended") await planCode(app, tx, asked, requestedBy);
}

async function planCode(app: AppContext, tx: Tx, asked: Asked, requestedBy: string): Promise<Asked> {
  const { seriesId, providerId, phone, email } = asked;
  if (phone === null || asked.isProven || !asked.wantsTexts) return asked;
  const codeId = uuidv7();
  const latest = await tx.phoneCode.create({ data: { id: codeId, purpose: "visit", phone, seriesId, providerId, email, requestedBy, requestedAt: new Date(app.clock.now()) } });
  await enqueue(tx, "phones.send-code", { codeId });
  return { ...asked, latest };
}

/** Takes the code that was sent to the number of a link's visit: from then on texts go there. Throws NOT_ALLOWED, NOT_FOUND, POLICY_REFUSED. */
export async function provePhone(app: AppContext, { code: typed }: { code: string }): Promise<PhoneCheckView> {
  const { seriesId, providerId, phone, latest, latestSent } = await loadAsked(app, app.db);
  const code = latestSent ?? latest;
  if (code === null || phone === null) throw new AppError("NOT_FOUND");
  await redeemPhoneCode(app, { purpose: "visit", codeId: code.id, typed }, async (tx) => {
    await noteProof(tx, { seriesId, phone, source: "code" }, app.clock.now());
    await audit(tx, app.actor, { action: "phone.prove", subjectKind: "series", subjectId: seriesId, providerId, after: { source: "code" } });
  });
  return getPhoneCheck(app);
}

type Asked = Awaited<ReturnType<typeof loadAsked>>;

async function loadAsked(app: AppContext, db: Pick<Tx, "booking" | "patient" | "phoneProof" | "phoneCode" | "message">) {
  const seriesId = app.actor.kind === "link" ? app.actor.seriesId : "";
  authorize(app.actor, "phone.prove", { seriesId });
  const booking = await db.booking.findFirst({ where: { seriesId, status: { not: "RESCHEDULED" } }, select: { providerId: true, patientId: true, channels: true, reminderChoice: true } });
  const patient = booking?.patientId ? await db.patient.findUnique({ where: { id: booking.patientId }, select: { email: true, phone: true, userId: true, reminderChoice: true } }) : null;
  if (booking === null || patient === null) throw new AppError("NOT_FOUND");
  const { phone, email } = patient;
  const proof = await db.phoneProof.findUnique({ where: { seriesId } });
  const newest = { seriesId, phone: phone ?? "", purpose: "visit" };
  const orderBy = [{ requestedAt: "desc" as const }, { id: "desc" as const }];
  const latest = phone === null ? null : await db.phoneCode.findFirst({ where: newest, orderBy });
  // What was asked for later and refused takes nothing from the code that is on the phone.
  const latestSent = phone === null || latest?.outcome === "sent" ? latest : await db.phoneCode.findFirst({ where: { ...newest, outcome: "sent" }, orderBy });
  const text = latestSent === null ? null : await db.message.findUnique({ where: { dedupeKey: codeKey(latestSent.id) }, select: { state: true } });
  const hasFailed = text !== null && NEVER_ARRIVES.includes(text.state);
  return { seriesId, providerId: booking.providerId, phone, email, latest, latestSent, hasFailed, isProven: phone !== null && proof?.phone === phone, wantsTexts: wantsTexts(booking, patient) };
}

/** What a guest's record says of reminders stays untold: whoever types the same details gets a link to it. */
function wantsTexts({ channels, reminderChoice }: { channels: readonly string[]; reminderChoice: string | null }, patient: { userId: string | null; reminderChoice: string | null }): boolean {
  const wished = readReminderChoice(reminderChoice) ?? (patient.userId === null ? null : readReminderChoice(patient.reminderChoice));
  return channels.some((channel) => channel !== "EMAIL") || wished === "SMS" || wished === "WHATSAPP";
}

const viewOf = (app: AppContext, asked: Asked): PhoneCheckView => ({ status: statusOf(asked, app.clock.now()), ending: asked.phone?.slice(-2) ?? "", hasEmail: asked.email !== null });

function statusOf({ phone, isProven, wantsTexts, latest, latestSent, hasFailed }: Asked, now: number): PhoneCheckView["status"] {
  if (phone === null || !wantsTexts) return "none";
  if (isProven) return "proven";
  if (latest === null) return "ended";
  if (latest.outcome === null) return "sending";
  const isUsable = !hasFailed && latestSent !== null && isOpen(latestSent, now);
  if (latest.outcome !== "sent") return isUsable ? "kept" : "refused";
  if (hasFailed) return "refused";
  return isUsable ? "sent" : "ended";
}

const isOpen = ({ usedAt, expiresAt }: PhoneCode, now: number) => usedAt === null && (expiresAt?.getTime() ?? 0) > now;
