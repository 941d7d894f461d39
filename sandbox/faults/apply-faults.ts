import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import type { Sandbox, SandboxEnv } from "../sandbox-context";
import { defaultFaultBody } from "./default-fault-body";
import type { Fault, Vendor } from "./fault-list";

function closeSocket(c: Context<SandboxEnv>) {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

async function closeMidBody(c: Context<SandboxEnv>, answer: Response) {
  const body = Buffer.from(await answer.arrayBuffer());
  c.env.outgoing.writeHead(answer.status, { ...Object.fromEntries(answer.headers), "content-length": body.length });
  await new Promise<void>((sent) => c.env.outgoing.write(body.subarray(0, Math.ceil(body.length / 2)), () => sent()));
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

function faultAnswer(fault: Fault, status: number, path: string) {
  const headers: Record<string, string> = fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
  const body = fault.body === undefined ? defaultFaultBody(fault, status, path) : fault.body;
  return typeof body === "string"
    ? new Response(body, { status, headers: { ...headers, "content-type": "text/html; charset=UTF-8" } })
    : Response.json(body, { status, headers });
}

/** Answers a vendor call with the armed fault, if any, and writes the ledger. */
export async function applyFaults(sandbox: Sandbox, vendor: Vendor, c: Context<SandboxEnv>, answer: () => Promise<Response>): Promise<Response> {
  const started = Date.now();
  const url = new URL(c.req.url);
  const path = url.pathname + url.search;
  const fault = sandbox.faults.take(vendor, c.req.method, path);
  const record = (status: number) => sandbox.ledger.add({
    vendor, method: c.req.method, path, status, at: new Date(started).toISOString(), durationMs: Date.now() - started,
    ...(c.get("account") ? { account: c.get("account") } : {}), ...(fault ? { fault: true } : {}),
  });
  if (!fault) {
    const response = await answer();
    record(response.status);
    return response;
  }
  // A fault without status, drop or truncate only delays.
  const acts = fault.after || fault.truncate || (!fault.drop && fault.status === undefined);
  if (fault.delayMs && !fault.after) await sandbox.work.wait(fault.delayMs);
  const real = acts ? await answer() : undefined;
  if (fault.delayMs && fault.after) await sandbox.work.wait(fault.delayMs);
  if (fault.drop) {
    record(0);
    return closeSocket(c);
  }
  const response = fault.status === undefined && real ? real : faultAnswer(fault, fault.status ?? 500, path);
  record(fault.truncate ? 0 : response.status);
  return fault.truncate ? closeMidBody(c, response) : response;
}
