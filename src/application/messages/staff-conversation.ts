import { authorize, type Action } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import type { Db, Tx } from "@/platform/db";
import { isOptedOut, type TextLine } from "./text-consent";

/** A conversation that somebody of the clinic may see or answer. */
export interface StaffConversation extends TextLine {
  readonly id: string;
  readonly channel: "SMS" | "WHATSAPP";
  readonly providerId: string;
  readonly provider: { readonly name: string; readonly timeZone: string };
  readonly unread: number;
  readonly lastAt: Date;
  readonly lastInboundAt: Date | null;
}

/** Throws NOT_FOUND, NOT_ALLOWED, and NOT_AUTHENTICATED for guests. */
export async function getStaffConversation(db: Db | Tx, app: Pick<AppContext, "actor">, id: string, action: Action): Promise<StaffConversation> {
  const row = await db.conversation.findUnique({ where: { id }, include: { provider: { select: { name: true, timeZone: true, organizationId: true } } } });
  if (row === null || row.provider === null || row.providerId === null || row.channel === "EMAIL") throw new AppError("NOT_FOUND", { message: "We could not find this conversation." });
  const { channel, providerId, provider, ...rest } = row;
  authorize(app.actor, action, { providerId, organizationId: provider.organizationId });
  return { ...rest, channel, providerId, provider };
}

/** How the person of a conversation may be written to: over which line, and whether they said STOP to it. */
export async function outgoingLine(db: Db | Tx, app: Pick<AppContext, "ports">, { channel, address }: StaffConversation) {
  const port = channel === "SMS" ? app.ports.sms : app.ports.whatsapp;
  const line: TextLine | null = port && { channel, address, ourNumber: port.sender };
  return { line, isOptedOut: line !== null && (await isOptedOut(db, line)) };
}
