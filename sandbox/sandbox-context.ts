import type { HttpBindings } from "@hono/node-server";
import type { FaultList } from "./faults/fault-list";
import type { RequestLedger } from "./faults/request-ledger";
import type { SandboxOptions } from "./sandbox-options";
import type { PendingWork } from "./store/pending-work";
import type { SandboxState } from "./store/sandbox-state";
import type { WebhookSender } from "./webhooks/webhook-sender";

/** What every part of the sandbox works on. */
export interface Sandbox {
  options: SandboxOptions;
  /** The public origin; known once the port is. */
  origin: string;
  state: SandboxState;
  /** Call after every change of `state`. */
  changed(): void;
  work: PendingWork;
  faults: FaultList;
  ledger: RequestLedger;
  webhooks: WebhookSender;
}

export interface SandboxEnv {
  Bindings: HttpBindings;
  Variables: { account: string; scopes: string[]; clientId: string };
}
