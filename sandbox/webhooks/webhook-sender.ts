import type { Vendor } from "../faults/fault-list";
import type { PendingWork } from "../store/pending-work";

export const webhookModes = ["deliver", "drop", "duplicate", "reverse"] as const;
export type WebhookMode = (typeof webhookModes)[number];

const reverseWindowMs = 150;

export interface WebhookRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface WebhookAttempt {
  vendor: Vendor;
  url: string;
  attempt: number;
  /** 0 when no answer came. */
  status: number;
  at: string;
}

interface Delivery {
  vendor: Vendor;
  /** Called per attempt, since some vendors sign or number each one anew. */
  request(attempt: number): WebhookRequest;
  attempts: number;
  retryOn(status: number): boolean;
}

/** Posts webhooks in the background, retrying with doubling waits; each vendor can be told to drop, repeat or reorder them. */
export function webhookSender(work: PendingWork, retryMs: number) {
  const modes = new Map<Vendor, WebhookMode>();
  const held = new Map<Vendor, Delivery[]>();
  let attempts: WebhookAttempt[] = [];

  async function post({ url, headers, body }: WebhookRequest): Promise<number> {
    try {
      const answer = await fetch(url, {
        method: "POST", headers, body, redirect: "manual",
        signal: AbortSignal.any([work.signal, AbortSignal.timeout(15_000)]),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch (error) {
      if (error instanceof Error) return 0; // refused, reset or timed out: a receiver's failure, not ours
      throw error;
    }
  }

  function start(delivery: Delivery) {
    work.run(async () => {
      for (let attempt = 1; attempt <= delivery.attempts; attempt += 1) {
        const request = delivery.request(attempt);
        const status = await post(request);
        attempts = [...attempts.slice(-4999), { vendor: delivery.vendor, url: request.url, attempt, status, at: new Date().toISOString() }];
        if (status !== 0 && !delivery.retryOn(status)) return;
        if (!(await work.wait(retryMs * 2 ** (attempt - 1)))) return;
      }
    });
  }

  function holdForReversal(delivery: Delivery) {
    const waiting = held.get(delivery.vendor);
    if (waiting) return void waiting.push(delivery);
    held.set(delivery.vendor, [delivery]);
    work.after(reverseWindowMs, () => {
      const batch = held.get(delivery.vendor) ?? [];
      held.delete(delivery.vendor);
      batch.reverse().forEach(start);
    });
  }

  return {
    setMode: (vendor: Vendor, mode: WebhookMode) => void modes.set(vendor, mode),
    attempts: () => attempts,
    send(delivery: Delivery) {
      const mode = modes.get(delivery.vendor) ?? "deliver";
      if (mode === "drop") return;
      if (mode === "reverse") return holdForReversal(delivery);
      start(delivery);
      if (mode === "duplicate") start(delivery);
    },
  };
}

export type WebhookSender = ReturnType<typeof webhookSender>;
