import { insteadOf, type OwnMailProblem } from "./own-mail-problem";

/** How a provider's own mailbox stands when a message is about to go. */
export interface OwnMailState {
  readonly connectionId: string;
  readonly address: string;
  readonly isSwitchedOff: boolean;
  /** Google accepts our grant. */
  readonly isConnected: boolean;
  /** The grant covers sending. */
  readonly maySend: boolean;
  readonly problem: OwnMailProblem | null;
  /** Epoch ms. */
  readonly pausedUntil: number | null;
  readonly sentToday: number;
  readonly sendsPerDay: number;
}

export type SenderChoice = { readonly sender: "GMAIL"; readonly connectionId: string; readonly address: string } | { readonly sender: "SENDGRID"; readonly note: string | null };

/** Who carries an e-mail to a patient; `own` is null when their provider has not asked for their own address. */
export function chooseSender(own: OwnMailState | null, now: number): SenderChoice {
  if (own === null) return { sender: "SENDGRID", note: null };
  const { connectionId, address } = own;
  const instead = (why: Parameters<typeof insteadOf>[1]): SenderChoice => ({ sender: "SENDGRID", note: insteadOf(address, why) });
  if (own.isSwitchedOff) return instead("off");
  if (!own.isConnected) return instead("reconnect");
  if (!own.maySend) return instead("scope-missing");
  if (own.pausedUntil !== null && now < own.pausedUntil) return instead(own.problem ?? "unreachable");
  if (own.sentToday >= own.sendsPerDay) return instead("daily");
  return { sender: "GMAIL", connectionId, address };
}
