/** When each thing happened to a message, epoch ms; null for what has not, or is not told. */
export interface MessageTimes {
  readonly createdAt: number;
  readonly sentAt: number | null;
  readonly deliveredAt: number | null;
  readonly readAt: number | null;
  readonly openedAt: number | null;
  readonly clickedAt: number | null;
  readonly failedAt: number | null;
}

export type MessageStepKind = "queued" | "sent" | "delivered" | "read" | "opened" | "clicked" | "failed";

export interface MessageStep {
  readonly kind: MessageStepKind;
  /** Epoch ms. */
  readonly at: number;
}

const ORDER: readonly (readonly [MessageStepKind, keyof MessageTimes])[] = [
  ["queued", "createdAt"], ["sent", "sentAt"], ["failed", "failedAt"], ["delivered", "deliveredAt"], ["read", "readAt"], ["opened", "openedAt"], ["clicked", "clickedAt"],
];

/** What happened to a message, in order of time; at one moment in the order in which things can only have happened. */
export const messageSteps = (times: MessageTimes): MessageStep[] =>
  ORDER.flatMap(([kind, key]) => {
    const at = times[key];
    return at === null ? [] : [{ kind, at }];
  }).sort((a, b) => a.at - b.at);
