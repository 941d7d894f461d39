import { Hono, type Context } from "hono";
import type { Sandbox, SandboxEnv } from "../sandbox-context";
import { findMails, mailSummary } from "./find-mails";
import { readMailSend } from "./mail-send-schema";
import { sendMail } from "./send-mail";
import { SendgridError } from "./sendgrid-error";

const defaultLimit = 10;

function authenticate(sandbox: Sandbox, c: Context<SandboxEnv>) {
  if (c.req.header("authorization") !== `Bearer ${sandbox.options.sendgridApiKey}`) {
    throw new SendgridError(401, [{ message: "The provided authorization grant is invalid, expired, or revoked" }]);
  }
}

async function readJson(c: Context<SandboxEnv>): Promise<unknown> {
  try {
    return await c.req.json();
  } catch (error) {
    if (error instanceof SyntaxError) throw new SendgridError(400, [{ message: "Bad Request" }]);
    throw error;
  }
}

/** SendGrid's Web API v3: sending and the message activity. */
export function sendgridApp(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();
  const mails = () => sandbox.state.messages.filter((message) => message.vendor === "sendgrid").reverse();

  app.use("/sendgrid/*", async (c, next) => {
    authenticate(sandbox, c);
    await next();
  });

  app.post("/sendgrid/v3/mail/send", async (c) => {
    const messageId = sendMail(sandbox, readMailSend(await readJson(c)));
    return c.body(null, 202, { "x-message-id": messageId });
  });

  app.get("/sendgrid/v3/messages", (c) => {
    const query = c.req.query("query");
    const limit = Number(c.req.query("limit") ?? defaultLimit);
    if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new SendgridError(400, [{ message: "limit must be between 1 and 1000", field: "limit" }]);
    return c.json({ messages: (query ? findMails(mails(), query) : mails()).slice(0, limit).map(mailSummary) });
  });

  app.get("/sendgrid/v3/messages/:id", (c) => {
    const message = mails().find(({ id }) => id === c.req.param("id"));
    if (!message) throw new SendgridError(404, [{ message: "resource not found" }]);
    return c.json({
      ...mailSummary(message), unique_args: JSON.stringify(message.customArgs ?? {}),
      events: message.events.map(({ event, at, detail }) => ({ event_name: event, processed: at, ...(detail ? { reason: detail } : {}) })),
    });
  });

  app.delete("/sendgrid/v3/suppression/:list{bounces|spam_reports|invalid_emails|blocks}/:email", (c) => {
    const lists: Record<string, string[] | undefined> = { bounces: sandbox.state.sendgrid.bounced, spam_reports: sandbox.state.sendgrid.spamReporters };
    const list = lists[c.req.param("list")] ?? [];
    const place = list.indexOf(c.req.param("email").toLowerCase());
    if (place < 0) throw new SendgridError(404, [{ message: "resource not found" }]);
    list.splice(place, 1);
    sandbox.changed();
    return c.body(null, 204);
  });

  app.all("/sendgrid/*", () => {
    throw new SendgridError(404, [{ message: "not found" }]);
  });

  return app;
}
