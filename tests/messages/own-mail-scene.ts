import { z } from "zod";
import { amara, type TestSandbox } from "@sandbox/testing/sandbox-clients";
import { defaultOptions } from "@sandbox/sandbox-options";
import type { Ports } from "@/application/shared/ports";
import { MAIL_SCOPE } from "@/application/own-mail/mail-scope";
import { createGoogle } from "@/integrations/google/create-google";
import type { GoogleConfig } from "@/integrations/google/google-config";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import type { TestDatabase } from "@tests/support/database/create-test-database";
import { CALENDAR_SCOPES } from "@tests/support/google/google-sandbox";
import { sandboxEmail } from "@tests/support/open-vendors";
import { buildMessageScene } from "./message-scene";

export const OWN_ADDRESS = amara;

const Delivered = z.looseObject({
  vendor: z.string(), from: z.string(), to: z.string(), subject: z.string(), text: z.string(), html: z.string(), clientReference: z.string().optional(),
  headers: z.record(z.string(), z.string()), attachments: z.array(z.object({ filename: z.string(), type: z.string(), content: z.string() })).default([]),
});

/** The ways out for e-mail, pointed at a sandbox: a provider's own mailbox, and SendGrid. */
export function mailPorts({ origin }: TestSandbox, config: Partial<GoogleConfig> = {}): Partial<Ports> {
  const google = createGoogle({
    clientId: defaultOptions.googleClientId, clientSecret: defaultOptions.googleClientSecret, clientAuth: "client_secret_post", issuer: origin, authUrl: `${origin}/o/oauth2/v2/auth`,
    tokenUrl: `${origin}/token`, revokeUrl: `${origin}/revoke`, redirectUri: "http://localhost:3000/api/google-calendar/callback", apiRootUrl: origin, ...config,
  });
  return { ...google, email: sandboxEmail(origin) };
}

/** A booking whose provider's e-mails come from their own address, at a sandbox of the test file's own. */
export async function buildOwnMailScene(database: TestDatabase, sandbox: TestSandbox, options: { now: () => number; ports?: Partial<Ports>; scopes?: readonly string[] }) {
  const scene = await buildMessageScene(database, { ports: options.ports ?? mailPorts(sandbox), now: options.now, visit: { startsAt: new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 2 * 86_400_000), channels: ["EMAIL"] }, phone: null });
  const { providerId } = scene.built;
  const scopes = options.scopes ?? [...CALENDAR_SCOPES, MAIL_SCOPE];
  const { body } = await sandbox.call("POST", "/_sandbox/google/grants", { account: OWN_ADDRESS, scopes });
  const tokens = z.object({ accessToken: z.string(), refreshToken: z.string() }).parse(body);
  const { connectionId } = await buildCalendarConnection(database.db, providerId, { ...tokens, connection: { accountEmail: OWN_ADDRESS, scopes: [...CALENDAR_SCOPES, MAIL_SCOPE] } });
  await database.db.ownMail.create({ data: { providerId, connectionId, turnedOnAt: new Date() } });
  return {
    ...scene,
    connectionId,
    message: async () => (await scene.messages()).find(({ recipient }) => recipient === "PATIENT"),
    ownMail: () => database.db.ownMail.findUniqueOrThrow({ where: { providerId } }),
    connection: () => database.db.calendarConnection.findUniqueOrThrow({ where: { id: connectionId } }),
    /** What reached the patient, by whomever. */
    async inbox() {
      const { body: found } = await sandbox.call("GET", `/_sandbox/messages?to=${encodeURIComponent(scene.patient.email ?? "")}`);
      return z.object({ messages: z.array(Delivered) }).parse(found).messages;
    },
  };
}

