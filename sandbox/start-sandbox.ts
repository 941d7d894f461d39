import { createAdaptorServer } from "@hono/node-server";
import type { Server } from "node:http";
import { buildApp } from "./build-app";
import { faultList } from "./faults/fault-list";
import { requestLedger } from "./faults/request-ledger";
import { ensureAccount } from "./google/accounts";
import { resumeConferences } from "./google/calendar/conference";
import type { Sandbox } from "./sandbox-context";
import { defaultOptions, type SandboxOptions } from "./sandbox-options";
import { resumeMails } from "./sendgrid/mail-events";
import { pendingWork } from "./store/pending-work";
import { readStateFile, stateSaver } from "./store/state-file";
import { resumeMessages } from "./twilio/message-progress";
import { webhookSender } from "./webhooks/webhook-sender";

const listen = (server: Server, port: number) => new Promise<number>((resolve, reject) => {
  server.once("error", reject);
  server.listen(port, "127.0.0.1", () => {
    const address = server.address();
    if (typeof address === "object" && address) resolve(address.port);
    else reject(new Error("the sandbox has no port"));
  });
});

export interface RunningSandbox {
  /** What `GOOGLE_API_ROOT_URL` and the OAuth addresses are built from. */
  googleOrigin: string;
  /** Pages, inspector, `/twilio` and `/sendgrid`. */
  origin: string;
  /** Resolves when every webhook asked for so far has been delivered or given up. */
  webhooksDelivered(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the stand-ins on loopback. Refuses production unless `allowInProduction`. */
export async function startSandbox(overrides: Partial<SandboxOptions> = {}): Promise<RunningSandbox> {
  const options = { ...defaultOptions, ...overrides };
  if (process.env.NODE_ENV === "production" && !options.allowInProduction) {
    throw new Error("The sandbox stands in for Google, Twilio and SendGrid and must not run in production. Set SANDBOX_ALLOW_IN_PRODUCTION=1 to run it all the same.");
  }
  const state = readStateFile(options.stateFile);
  const saver = stateSaver(options.stateFile, state);
  const work = pendingWork();
  const sandbox: Sandbox = {
    options, state, work, origin: "", changed: saver.schedule,
    faults: faultList(), ledger: requestLedger(), webhooks: webhookSender(work, options.webhookRetryMs),
  };
  for (const account of sandbox.options.accounts) ensureAccount(sandbox, account);
  const server = createAdaptorServer({ fetch: buildApp(sandbox).fetch, overrideGlobalObjects: false }) as Server;
  sandbox.origin = `http://localhost:${await listen(server, options.port)}`;
  resumeConferences(sandbox);
  resumeMessages(sandbox);
  resumeMails(sandbox);

  async function close() {
    await work.close();
    await new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
    saver.flush();
  }
  return { googleOrigin: sandbox.origin, origin: sandbox.origin, webhooksDelivered: work.idle, close };
}
