import { Hono, type Context } from "hono";
import { z } from "zod";
import type { Sandbox, SandboxEnv } from "../../sandbox-context";
import { randomToken } from "../../store/random-id";
import { isServiceAccount } from "../calendar/service-account-limits";
import { readJsonBody, requireScope } from "../google-auth";
import { badRequest, GoogleError, notFound } from "../google-error";
import type { MailUpload } from "./mail-upload";
import { sendRawMail } from "./send-raw-mail";

const RawInput = z.looseObject({ raw: z.base64url().min(1).optional() });

/** An upload that was begun is kept for a week (developers.google.com/workspace/gmail/api/guides/uploads). */
const uploadLifetimeMs = 7 * 86_400_000;
const mostBytes = 36_700_160;

const path = "/upload/gmail/v1/users/:userId/messages/send";

/** Sending through Gmail, whole or by a resumable upload. Reading a mailbox is not part of it: no scope we know allows that. */
export function mailRoutes(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();
  const uploads = (sandbox.state.google.uploads ??= {});
  const underWay: Record<string, Promise<NonNullable<MailUpload["sent"]>>> = {};

  function senderOf(c: Context<SandboxEnv>): string {
    const account = requireScope(sandbox, c, ["gmail.send"]);
    const userId = c.req.param("userId") ?? "";
    if (userId !== "me" && userId.toLowerCase() !== account) throw new GoogleError(403, "forbidden", `Delegation denied for ${account}`);
    // A service account in nobody's name has no mailbox.
    if (isServiceAccount(sandbox, account)) throw new GoogleError(400, "failedPrecondition", "Precondition check failed.");
    return account;
  }

  function findUpload(c: Context<SandboxEnv>, account: string): MailUpload {
    const upload = uploads[c.req.query("upload_id") ?? ""];
    if (!upload || upload.expiresAt < Date.now() || upload.account !== account) throw notFound();
    return upload;
  }

  async function readMail(c: Context<SandboxEnv>): Promise<Buffer> {
    const raw = Buffer.from(await c.req.arrayBuffer());
    if (raw.length === 0) throw badRequest("Media body is required.");
    if (raw.length > mostBytes) throw badRequest("Request payload size exceeds the limit.");
    return raw;
  }

  app.post("/gmail/v1/users/:userId/messages/send", async (c) => {
    const account = senderOf(c);
    const { raw } = RawInput.safeParse(await readJsonBody(c)).data ?? {};
    if (!raw) throw new GoogleError(400, "invalidArgument", "'raw' RFC822 payload message string or uploading message via /upload/* URL required");
    return c.json(await sendRawMail(sandbox, account, Buffer.from(raw, "base64url")));
  });

  app.post(path, async (c) => {
    const account = senderOf(c);
    const kind = c.req.query("uploadType");
    if (kind === "media") {
      if (!c.req.header("content-type")?.startsWith("message/")) throw badRequest("Media type not supported. Use message/rfc822.");
      return c.json(await sendRawMail(sandbox, account, await readMail(c)));
    }
    if (kind !== "resumable") throw badRequest(`Upload type not supported: ${kind ?? "none"}.`);
    if (!c.req.header("x-upload-content-type")?.startsWith("message/")) throw badRequest("Media type not supported. Use message/rfc822.");
    const id = randomToken(48);
    uploads[id] = { account, expiresAt: Date.now() + uploadLifetimeMs };
    sandbox.changed();
    return c.body(null, 200, { location: `${sandbox.origin}/upload/gmail/v1/users/${c.req.param("userId")}/messages/send?uploadType=resumable&upload_id=${id}` });
  });

  // Whole, or `Content-Range: bytes */N` without a body to ask how far it is. What is sent is never sent again.
  app.put(path, async (c) => {
    const account = senderOf(c);
    const upload = findUpload(c, account);
    if (upload.sent) return c.json(upload.sent);
    if (/^bytes \*\//.test(c.req.header("content-range") ?? "")) return new Response(null, { status: 308, headers: { "content-length": "0" } });
    const raw = await readMail(c);
    const id = c.req.query("upload_id") ?? "";
    const sent = (underWay[id] ??= sendRawMail(sandbox, account, raw).finally(() => delete underWay[id]));
    upload.sent = await sent;
    sandbox.changed();
    return c.json(upload.sent);
  });

  return app;
}
