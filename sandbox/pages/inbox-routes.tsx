/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { z } from "zod";
import { findMessages, ReplyInput } from "../inspector/message-routes";
import { InputError, readInput } from "../inspector/read-input";
import type { Sandbox, SandboxEnv } from "../sandbox-context";
import { recordMailEvent } from "../sendgrid/mail-events";
import { receiveReply } from "../twilio/receive-reply";
import { ErrorPage } from "./error-page";
import { InboxPage } from "./inbox-page";
import { pageVersion } from "./page-version";

const shownAtMost = 100;
const InboxQuery = z.object({ to: z.string().default(""), channel: z.enum(["", "email", "sms", "whatsapp"]).default("") });

export function inboxRoutes(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();

  app.onError((error, c) => {
    if (error instanceof InputError) return c.html(<ErrorPage message={error.message} back="/inbox" />, 400);
    throw error;
  });

  app.get("/inbox", (c) => {
    const { to, channel } = readInput(InboxQuery, c.req.query());
    const messages = findMessages(sandbox, { ...(to ? { to } : {}), ...(channel ? { channel } : {}) }).slice(0, shownAtMost);
    return c.html(<InboxPage messages={messages} to={to} channel={channel} ourNumber={sandbox.options.twilioNumbers[0] ?? ""} version={pageVersion(sandbox)} />);
  });

  app.post("/inbox/reply", async (c) => {
    const reply = receiveReply(sandbox, readInput(ReplyInput, await c.req.parseBody()));
    return c.redirect(`/inbox#${reply.id}`, 303);
  });

  app.post("/inbox/open", async (c) => {
    const { id } = readInput(z.object({ id: z.string() }), await c.req.parseBody());
    const message = sandbox.state.messages.find((candidate) => candidate.id === id && candidate.vendor === "sendgrid");
    if (!message) throw new InputError({ id: "no e-mail of SendGrid with this id" });
    recordMailEvent(sandbox, message, "open");
    return c.redirect(`/inbox#${id}`, 303);
  });

  return app;
}
