import { createAdaptorServer } from "@hono/node-server";
import { createHash } from "node:crypto";
import type { Server } from "node:http";
import { buildApp } from "./build-app";
import { faultList } from "./faults/fault-list";
import { requestLedger } from "./faults/request-ledger";
import { addCalendar } from "./google/calendar/calendars";
import { resumeConferences } from "./google/calendar/conference";
import type { Sandbox } from "./sandbox-context";
import { defaultOptions, type SandboxOptions } from "./sandbox-options";
import { resumeMails } from "./sendgrid/mail-events";
import { pendingWork } from "./store/pending-work";
import { randomBase32Hex } from "./store/random-id";
import { readStateFile, stateSaver } from "./store/state-file";
import { resumeMessages } from "./twilio/message-progress";
import { webhookSender } from "./webhooks/webhook-sender";

/** Makes the configured accounts and their calendars, keeping those that the state already has. */
function ensureAccounts(sandbox: Sandbox) {
  const { google } = sandbox.state;
  for (const { email, name, timeZone, claims, calendars = [] } of sandbox.options.accounts) {
    if (!google.accounts.some((account) => account.email === email)) {
      const sub = `1${BigInt(`0x${createHash("sha256").update(email).digest("hex").slice(0, 16)}`)}`.padEnd(21, "0");
      google.accounts.push({ email, name, timeZone, sub, ...(claims && { claims }) });
    }
    if (!google.calendars[email]) addCalendar(sandbox, { id: email, account: email, summary: email, timeZone, primary: true });
    for (const extra of calendars) {
      const exists = Object.values(google.calendars).some((calendar) => calendar.account === email && calendar.summary === extra.summary);
      if (exists) continue;
      addCalendar(sandbox, { id: `${randomBase32Hex(26)}@group.calendar.google.com`, account: email, summary: extra.summary, timeZone: extra.timeZone ?? timeZone, primary: false });
    }
  }
}

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
  ensureAccounts(sandbox);
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
  return { googleOrigin: sandbox.origin, origin: sandbox.origin, close };
}
