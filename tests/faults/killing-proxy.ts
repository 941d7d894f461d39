import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export interface Cut<Call extends string> {
  /** Only such a call; any when absent. */
  readonly call?: Call;
  /** So many matching calls pass first. */
  readonly skip: number;
  /** Whether the vendor has acted when the caller dies. */
  readonly moment: "before" | "after";
}

export interface KillingProxy<Call extends string> {
  readonly origin: string;
  /** Has `kill` called at one vendor call, whose caller never hears an answer. Resolves with the call. */
  killAt(cut: Cut<Call>, kill: () => void): Promise<Call>;
  /** The calls since it was last asked, in order. */
  takeCalls(): Call[];
  close(): Promise<void>;
}

/** Stands between a worker and a vendor in the sandbox, to end the worker at the very moment of a call. `callOf` names a call; null lets it pass. */
export async function startKillingProxy<Call extends string>(target: string, callOf: (incoming: IncomingMessage, body: string) => Call | null): Promise<KillingProxy<Call>> {
  let armed: { cut: Cut<Call>; left: number; kill: () => void; done: (call: Call) => void } | null = null;
  let calls: Call[] = [];

  function take(call: Call | null): typeof armed {
    if (call !== null) calls.push(call);
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
    const kept = [...response.headers].filter(([name]) => !["content-encoding", "content-length", "transfer-encoding", "connection"].includes(name));
    // Where the vendor sends a caller next is behind here too.
    answer.writeHead(response.status, Object.fromEntries(kept.map(([name, value]) => [name, name === "location" ? value.replace(target, origin()) : value]))).end(content);
  }

  const forward = ({ method = "GET", url = "/", headers }: IncomingMessage, body: Buffer) => {
    const kept = Object.entries(headers).flatMap(([name, value]) => (["host", "connection", "content-length", "accept-encoding"].includes(name) || typeof value !== "string" ? [] : [[name, value] as const]));
    return fetch(`${target}${url}`, { method, headers: Object.fromEntries(kept), ...(body.length > 0 && { body: new Uint8Array(body) }) });
  };

  function origin(): string {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the proxy has no port");
    return `http://localhost:${address.port}`;
  }

  const server = createServer((incoming, answer) => {
    // A caller that died in the middle is what this is for.
    pass(incoming, answer).catch(() => answer.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: origin(),
    takeCalls() {
      const taken = calls;
      calls = [];
      return taken;
    },
    killAt: (cut, kill) => new Promise((done) => (armed = { cut, left: cut.skip, kill, done })),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
