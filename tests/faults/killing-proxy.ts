import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type VendorCall = `${"email" | "sms" | "whatsapp"} ${"send" | "lookup"}`;

export interface Cut {
  /** Only such a call; any when absent. */
  readonly call?: VendorCall;
  /** So many matching calls pass first. */
  readonly skip: number;
  /** Whether the vendor has acted when the caller dies. */
  readonly moment: "before" | "after";
}

export interface KillingProxy {
  readonly origin: string;
  /** Has `kill` called at one vendor call, whose caller never hears an answer. Resolves with the call. */
  killAt(cut: Cut, kill: () => void): Promise<VendorCall>;
  close(): Promise<void>;
}

/** Stands between a worker and the sandbox of Twilio and SendGrid, to end the worker at the very moment of a call. */
export async function startKillingProxy(target: string): Promise<KillingProxy> {
  let armed: { cut: Cut; left: number; kill: () => void; done: (call: VendorCall) => void } | null = null;

  function take(call: VendorCall | null): typeof armed {
    if (call === null || armed === null || (armed.cut.call !== undefined && armed.cut.call !== call)) return null;
    if (armed.left > 0) {
      armed.left -= 1;
      return null;
    }
    const taken = armed;
    armed = null;
    return taken;
  }

  async function pass(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = Buffer.concat(await incoming.toArray());
    const call = callOf(incoming, body.toString("utf8"));
    const taken = take(call);
    if (taken?.cut.moment === "after") await forward(incoming, body);
    if (taken !== null && call !== null) {
      taken.kill();
      incoming.socket.destroy();
      return taken.done(call);
    }
    const response = await forward(incoming, body);
    const content = Buffer.from(await response.arrayBuffer());
    answer.writeHead(response.status, Object.fromEntries([...response.headers].filter(([name]) => !["content-encoding", "content-length", "transfer-encoding", "connection"].includes(name)))).end(content);
  }

  const forward = ({ method = "GET", url = "/", headers }: IncomingMessage, body: Buffer) => {
    const kept = Object.entries(headers).flatMap(([name, value]) => (["host", "connection", "content-length", "accept-encoding"].includes(name) || typeof value !== "string" ? [] : [[name, value] as const]));
    return fetch(`${target}${url}`, { method, headers: Object.fromEntries(kept), ...(body.length > 0 && { body: new Uint8Array(body) }) });
  };

  const server = createServer((incoming, answer) => {
    // A caller that died in the middle is what this is for.
    pass(incoming, answer).catch(() => answer.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  return {
    origin: `http://localhost:${address.port}`,
    killAt: (cut, kill) => new Promise((done) => (armed = { cut, left: cut.skip, kill, done })),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function callOf({ method, url = "" }: IncomingMessage, body: string): VendorCall | null {
  const act = method === "POST" ? "send" : "lookup";
  if (url.includes("/sendgrid/")) return `email ${act}`;
  if (!url.includes("Messages.json")) return null;
  const to = (method === "POST" ? new URLSearchParams(body) : new URL(url, "http://localhost").searchParams).get("To") ?? "";
  return `${to.startsWith("whatsapp:") ? "whatsapp" : "sms"} ${act}`;
}
