import { Hono } from "hono";
import { z } from "zod";
import type { Sandbox, SandboxEnv } from "../sandbox-context";
import { recordLateBounce, recordMailEvent } from "../sendgrid/mail-events";
import { advanceMessage } from "../twilio/message-progress";
import { receiveReply } from "../twilio/receive-reply";
import { InputError, readInput, readJsonInput } from "./read-input";

const MessageQuery = z.object({ to: z.string().optional(), channel: z.enum(["email", "sms", "whatsapp"]).optional() });
export const ReplyInput = z.strictObject({
  channel: z.enum(["sms", "whatsapp"]),
  from: z.string().regex(/^(whatsapp:)?\+[1-9]\d{6,14}$/, "an E.164 number such as +15551234567"),
  to: z.string().regex(/^(whatsapp:)?\+[1-9]\d{6,14}$/, "an E.164 number such as +15551234567"),
  body: z.string().min(1),
  buttonPayload: z.string().min(1).max(256).optional(),
});

const normalise = (address: string) => address.replace(/^whatsapp:/, "").trim().toLowerCase();

/** Messages newest first; `to` is compared without the WhatsApp prefix, and a `+` that arrived as a space is put back. */
export function findMessages(sandbox: Sandbox, filter: z.infer<typeof MessageQuery>) {
  const wanted = filter.to === undefined ? undefined : normalise(/^ \d/.test(filter.to) ? `+${filter.to.trim()}` : filter.to);
  return sandbox.state.messages
    .filter((message) => (!filter.channel || message.channel === filter.channel) && (!wanted || normalise(message.to) === wanted || (message.direction === "inbound" && normalise(message.from) === wanted)))
    .reverse();
}

export function messageRoutes(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();

  app.get("/_sandbox/messages", (c) => c.json({
    messages: findMessages(sandbox, readInput(MessageQuery, c.req.query())).filter((message) => message.direction === "outbound"),
  }));

  app.delete("/_sandbox/messages", (c) => {
    sandbox.state.messages.length = 0;
    sandbox.changed();
    return c.body(null, 204);
  });

  /** The recipient opens a mail or reads a WhatsApp message. */
  app.post("/_sandbox/messages/:id/open", (c) => {
    const message = sandbox.state.messages.find(({ id }) => id === c.req.param("id"));
    if (!message || message.channel === "sms" || message.vendor === "gmail") throw new InputError({ id: "no WhatsApp message or e-mail of SendGrid with this id" });
    if (message.vendor === "sendgrid") recordMailEvent(sandbox, message, "open");
    else advanceMessage(sandbox, message, { state: "read" });
    return c.json(message);
  });

  const mailOf = (id: string) => {
    const message = sandbox.state.messages.find((candidate) => candidate.id === id);
    if (message?.vendor !== "sendgrid") throw new InputError({ id: "no e-mail with this id" });
    return message;
  };

  /** The recipient of a mail reports it as spam. */
  app.post("/_sandbox/messages/:id/spam", (c) => {
    const message = mailOf(c.req.param("id"));
    recordMailEvent(sandbox, message, "spamreport");
    return c.json(message);
  });

  /** A mail that its server had taken comes back. */
  app.post("/_sandbox/messages/:id/come-back", (c) => {
    const message = mailOf(c.req.param("id"));
    recordLateBounce(sandbox, message);
    return c.json(message);
  });

  app.post("/_sandbox/inbound", async (c) => c.json(receiveReply(sandbox, await readJsonInput(ReplyInput, c.req)), 201));

  return app;
}
