import { Hono, type Context } from "hono";
import type { Sandbox, SandboxEnv } from "../sandbox-context";
import type { SandboxMessage } from "../store/message";
import { sendMessage } from "./send-message";
import { TwilioError } from "./twilio-error";

const base = "/twilio/2010-04-01/Accounts/:sid";
const charactersPerSegment = 153;

const rfc2822 = (iso: string) => new Date(iso).toUTCString().replace("GMT", "+0000");

function resource(sandbox: Sandbox, message: SandboxMessage) {
  const account = sandbox.options.twilioAccountSid;
  const uri = `/2010-04-01/Accounts/${account}/Messages/${message.id}`;
  const length = message.text?.length ?? 0;
  return {
    body: message.text ?? "", num_segments: String(length <= 160 ? 1 : Math.ceil(length / charactersPerSegment)),
    direction: message.direction === "inbound" ? "inbound" : "outbound-api",
    from: message.from, to: message.to,
    date_created: rfc2822(message.createdAt), date_updated: rfc2822(message.updatedAt),
    date_sent: message.state === "queued" ? null : rfc2822(message.updatedAt),
    price: null, price_unit: "USD",
    error_code: message.errorCode ?? null, error_message: message.errorMessage ?? null,
    uri: `${uri}.json`, account_sid: account, num_media: String(message.mediaUrls?.length ?? 0),
    status: message.state, messaging_service_sid: null, sid: message.id, api_version: "2010-04-01",
    subresource_uris: { media: `${uri}/Media.json` },
  };
}

const missing = (c: Context) => new TwilioError(404, 20404, `The requested resource ${new URL(c.req.url).pathname.replace("/twilio", "")} was not found`);

function authenticate(sandbox: Sandbox, c: Context<SandboxEnv>) {
  const { twilioAccountSid, twilioAuthToken } = sandbox.options;
  const expected = `Basic ${Buffer.from(`${twilioAccountSid}:${twilioAuthToken}`).toString("base64")}`;
  if (c.req.header("authorization") !== expected) throw new TwilioError(401, 20003, "Authenticate");
  if (c.req.param("sid") !== twilioAccountSid) throw missing(c);
}

const dateSentFilters: Record<string, (sent: string, day: string) => boolean> = {
  DateSent: (sent, day) => sent.slice(0, day.length) === day,
  "DateSent<": (sent, day) => sent.slice(0, day.length) <= day,
  "DateSent>": (sent, day) => sent.slice(0, day.length) >= day,
};

/** Twilio's Programmable Messaging API, the part about messages. */
export function twilioApp(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();
  const { state } = sandbox;
  const messages = () => state.messages.filter((message) => message.vendor === "twilio").reverse();

  app.post(`${base}/Messages.json`, async (c) => {
    authenticate(sandbox, c);
    return c.json(resource(sandbox, sendMessage(sandbox, new URLSearchParams(await c.req.text()))), 201);
  });

  app.get(`${base}/Messages.json`, (c) => {
    authenticate(sandbox, c);
    const query = new URL(c.req.url).searchParams;
    const pageSize = Math.min(Number(query.get("PageSize") ?? 50), 1000);
    const page = Number(query.get("Page") ?? 0);
    const found = messages().filter((message) =>
      (!query.get("To") || message.to === query.get("To")) && (!query.get("From") || message.from === query.get("From")) &&
      Object.entries(dateSentFilters).every(([name, keeps]) => {
        const day = query.get(name);
        return !day || keeps(message.createdAt, day);
      }));
    const uri = (number: number) => {
      const next = new URLSearchParams(query);
      next.set("Page", String(number));
      next.set("PageSize", String(pageSize));
      return `/2010-04-01/Accounts/${sandbox.options.twilioAccountSid}/Messages.json?${next}`;
    };
    return c.json({
      page, page_size: pageSize, start: page * pageSize, end: Math.min((page + 1) * pageSize, found.length) - 1,
      uri: uri(page), first_page_uri: uri(0),
      next_page_uri: (page + 1) * pageSize < found.length ? uri(page + 1) : null,
      previous_page_uri: page > 0 ? uri(page - 1) : null,
      messages: found.slice(page * pageSize, (page + 1) * pageSize).map((message) => resource(sandbox, message)),
    });
  });

  app.get(`${base}/Messages/:file{[A-Z]{2}[0-9a-f]+\\.json}`, (c) => {
    authenticate(sandbox, c);
    const message = messages().find((candidate) => `${candidate.id}.json` === c.req.param("file"));
    if (!message) throw missing(c);
    return c.json(resource(sandbox, message));
  });

  app.all("/twilio/*", (c) => {
    throw missing(c);
  });

  return app;
}
