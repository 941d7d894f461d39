export type MessageState = "QUEUED" | "SENDING" | "SENT" | "DELIVERED" | "READ" | "FAILED" | "SKIPPED" | "EXPIRED";
/** What a vendor reports about a message it took. */
export type DeliveryReport = "SENT" | "DELIVERED" | "READ" | "FAILED";

const RANK: Record<MessageState, number> = { SKIPPED: 9, EXPIRED: 9, QUEUED: 0, SENDING: 0, SENT: 1, FAILED: 2, DELIVERED: 3, READ: 4 };

/**
 * The state after a report, or null when the report is old news. Reports come in any order and more than once: a
 * state never goes back, and a delivery outweighs a failure reported before or after it.
 */
export function nextDeliveryState(current: MessageState, report: DeliveryReport): DeliveryReport | null {
  return RANK[report] > RANK[current] ? report : null;
}
