import { isProven, UNPROVEN } from "@/application/phones/phone-proof";
import { canText } from "@/application/shared/can-text";
import type { AppContext } from "@/application/shared/context";
import type { Barrier } from "@/domain/messages/decide-fallback";
import type { Message } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { mailRefusalOf } from "./note-mail-refusal";
import { isOptedOut } from "./text-consent";

/** What keeps a message from its address altogether. */
export interface Obstacle {
  /** For the delivery log. */
  readonly reason: string;
  /** What another channel may pass; null when there is none to try. */
  readonly barrier: Barrier | null;
}

const PORT_OFF = {
  EMAIL: "E-mail is switched off on this installation.",
  SMS: "SMS is switched off on this installation.",
  WHATSAPP: "WhatsApp is switched off on this installation.",
} as const;

const STOPPED = "The person replied STOP, so no texts may be sent to this number.";
const COUNTRY_OFF = "SMS to numbers of this country or kind is not switched on for this installation.";

/** What stands between a message and its address now; null when nothing does. */
export async function findObstacle(app: AppContext, tx: Tx, message: Message): Promise<Obstacle | null> {
  const { channel, address } = message;
  const port = portOf(app, channel);
  if (port === null) return { reason: PORT_OFF[channel], barrier: { kind: "off" } };
  if (channel === "EMAIL") {
    const refused = await mailRefusalOf(tx, message);
    return refused === null ? null : { reason: refused, barrier: null };
  }
  const ourNumber = (channel === "SMS" ? app.ports.sms : app.ports.whatsapp)?.sender ?? "";
  if (await isOptedOut(tx, { channel, ourNumber, address })) return { reason: STOPPED, barrier: { kind: "stopped" } };
  if (!(await isProven(tx, message))) return { reason: UNPROVEN, barrier: { kind: "unproven" } };
  return channel === "SMS" && !canText(address, app.config.smsCountries) ? { reason: COUNTRY_OFF, barrier: { kind: "off" } } : null;
}

/** The way out for a channel; null when it is switched off. */
function portOf(app: AppContext, channel: Message["channel"]) {
  return channel === "EMAIL" ? app.ports.email : channel === "SMS" ? app.ports.sms : app.ports.whatsapp;
}
