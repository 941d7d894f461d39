import { createServer, type IncomingMessage } from "node:http";
import { defaultOptions, type SandboxOptions } from "@sandbox/sandbox-options";
import { startTestSandbox } from "@sandbox/testing/sandbox-clients";
import { readContactCard } from "@/application/contact-cards/read-contact-card";
import type { AppContext } from "@/application/shared/context";
import type { Ports } from "@/application/shared/ports";
import { createTwilioText } from "@/integrations/twilio/twilio-text";
import { handleSendgridWebhook } from "@/server/webhooks/sendgrid-webhook";
import { handleTwilioWebhook } from "@/server/webhooks/twilio-webhook";
import { createTestDatabase } from "@tests/support/database/create-test-database";
import { sandboxEmail } from "@tests/support/open-vendors";
import { testContext } from "@tests/support/test-context";

const { twilioAuthToken: authToken, twilioAccountSid: accountSid } = defaultOptions;

/** The number of ours in the sandbox. */
export const OUR_NUMBER = "+15005550006";

export interface Post {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const bodyOf = async (incoming: IncomingMessage) => Buffer.concat(await incoming.toArray()).toString("utf8");

/** A database, a sandbox whose vendors post to our handlers and fetch contact cards over HTTP, and the real SDKs as ways out. With `keepsBack` posts are only kept in `received`. */
export async function startVendorWebhooks({ keepsBack = false, ...options }: Partial<SandboxOptions> & { keepsBack?: boolean } = {}) {
  const database = await createTestDatabase();
  /** Every post the vendors made, to be repeated and altered. */
  const received: Post[] = [];

  /** Hands a post to the route's handler as Next.js would. */
  function deliver({ path, headers, body }: Post): Promise<Response> {
    return handle(path, new Request(`${origin}${path}`, { method: "POST", headers, body }));
  }

  function handle(path: string, request: Request): Promise<Response> {
    return path.startsWith("/api/webhooks/twilio") ? handleTwilioWebhook(app, request, authToken) : handleSendgridWebhook(app, request, publicKey);
  }

  const server = createServer((incoming, answer) => {
    void (async () => {
      if (incoming.method === "GET") {
        const card = await readContactCard(app, /([\w-]+)\.vcf$/.exec(incoming.url ?? "")?.[1] ?? "").catch(() => null);
        answer.writeHead(card === null ? 404 : 200, { "content-type": "text/vcard; charset=utf-8" }).end(card ?? "");
        return;
      }
      const body = await bodyOf(incoming);
      const headers = Object.fromEntries(Object.entries(incoming.headersDistinct).map(([name, values]) => [name, values?.join(", ") ?? ""]));
      const post = { path: incoming.url ?? "", headers, body };
      const response = keepsBack ? new Response(null, { status: 204 }) : await deliver(post);
      received.push(post);
      answer.writeHead(response.status).end();
    })();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the receiver has no port");
  const origin = `http://localhost:${address.port}`;
  const app: AppContext = testContext(database, { actor: { kind: "guest", id: "vendor" }, now: Date.now, publicOrigin: origin });
  const sandbox = await startTestSandbox({ sendgridEventsUrl: `${origin}/api/webhooks/sendgrid`, twilioInboundUrl: `${origin}/api/webhooks/twilio#rc=5&rp=5xx,ct,rt`, ...options });
  const publicKey: string = (await sandbox.call("GET", "/_sandbox/config")).body.sendgrid.publicKey;
  const text = createTwilioText({ accountSid, authToken, from: OUR_NUMBER, baseUrl: `${sandbox.origin}/twilio`, statusCallbackUrl: `${origin}/api/webhooks/twilio` });
  const ports: Pick<Ports, "sms" | "whatsapp" | "email"> = { sms: text, whatsapp: text, email: sandboxEmail(sandbox.origin) };

  return {
    database, sandbox, app, origin, ports, received, deliver, handle,
    async close() {
      await sandbox.close();
      await new Promise((closed) => server.close(closed));
      await database.destroy();
    },
  };
}

export type VendorWebhooks = Awaited<ReturnType<typeof startVendorWebhooks>>;
