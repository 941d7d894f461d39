export type MessageState = "QUEUED" | "SENDING" | "SENT" | "DELIVERED" | "READ" | "FAILED" | "SKIPPED" | "EXPIRED";
/** What a vendor reports about a message it took. */
export type DeliveryReport = "SENT" | "DELIVERED" | "READ" | "FAILED";

const RANK: Record<MessageState, number> = { SKIPPED: 9, EXPIRED: 9, QUEUED: 0, SENDING: 0, SENT: 1, FAILED: 2, DELIVERED: 3, READ: 4 };
/** A mail server may take a message and send it back later: what came back counts, whatever was reported beside it. */
const SENT_BACK = 5;

/** Where a message stands; one without `vendorId` was given up by us, before any vendor had told of it. */
interface Standing {
  readonly state: MessageState;
  readonly channel: "EMAIL" | "SMS" | "WHATSAPP";
  readonly vendorId: string | null;
}

/**
 * The state after a report, or null when the report is old news. Reports come in any order and more than once: a
 * state never goes back, and a text's delivery outweighs a failure reported before or after it.
 */
export function nextDeliveryState({ state, channel, vendorId }: Standing, report: DeliveryReport): DeliveryReport | null {
  const rank = (of: MessageState, isReported: boolean) => (of === "FAILED" && channel === "EMAIL" && isReported ? SENT_BACK : RANK[of]);
  return rank(report, true) > rank(state, vendorId !== null) ? report : null;
}
