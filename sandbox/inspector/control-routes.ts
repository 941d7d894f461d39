import { Hono } from "hono";
import { z } from "zod";
import { FaultInput, vendors } from "../faults/fault-list";
import type { Sandbox, SandboxEnv } from "../sandbox-context";
import { eventsPublicKey } from "../sendgrid/sign-events";
import { webhookModes } from "../webhooks/webhook-sender";
import { readInput, readJsonInput } from "./read-input";

const LedgerQuery = z.object({
  vendor: z.enum(vendors).optional(),
  /** ISO instant or epoch milliseconds. */
  since: z.string().transform((value) => (/^\d+$/.test(value) ? Number(value) : Date.parse(value))).pipe(z.number()).optional(),
});
const WebhookModeInput = z.strictObject({ vendor: z.enum(vendors), mode: z.enum(webhookModes) });

/** Faults, the ledger of calls, webhooks and the sandbox's own settings. */
export function controlRoutes(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();

  app.get("/_sandbox/health", (c) => c.json({ status: "ok" }));

  app.get("/_sandbox/config", (c) => {
    const { options, state } = sandbox;
    return c.json({
      origin: sandbox.origin,
      google: { clientId: options.googleClientId, redirectUris: options.redirectUris, accounts: state.google.accounts.map(({ email, name, timeZone }) => ({ email, name, timeZone })) },
      twilio: { accountSid: options.twilioAccountSid, numbers: options.twilioNumbers, inboundUrl: options.twilioInboundUrl ?? null, whatsappPlainText: options.whatsappPlainText },
      sendgrid: { eventsUrl: options.sendgridEventsUrl ?? null, publicKey: eventsPublicKey(sandbox) },
    });
  });

  app.get("/_sandbox/faults", (c) => c.json({ faults: sandbox.faults.list() }));
  app.post("/_sandbox/faults", async (c) => c.json(sandbox.faults.add(await readJsonInput(FaultInput, c.req)), 201));
  app.delete("/_sandbox/faults", (c) => {
    sandbox.faults.clear();
    return c.body(null, 204);
  });

  app.get("/_sandbox/requests", (c) => {
    const { vendor, since } = readInput(LedgerQuery, c.req.query());
    return c.json({ requests: sandbox.ledger.list(vendor, since) });
  });
  app.delete("/_sandbox/requests", (c) => {
    sandbox.ledger.clear();
    return c.body(null, 204);
  });

  app.get("/_sandbox/webhooks", (c) => c.json({ attempts: sandbox.webhooks.attempts() }));
  app.post("/_sandbox/webhooks", async (c) => {
    const { vendor, mode } = await readJsonInput(WebhookModeInput, c.req);
    sandbox.webhooks.setMode(vendor, mode);
    return c.json({ vendor, mode });
  });

  return app;
}
