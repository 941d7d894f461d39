import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Load {
  readonly method: "GET" | "POST" | "OPTIONS";
  readonly url: string;
  readonly body?: string;
}

export interface Measured {
  /** Answers a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers outside 200 to 299, and lost connections. */
  readonly refused: number;
}

interface Report {
  readonly requests: { readonly average: number };
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly non2xx: number;
  readonly errors: number;
}

/** Puts `connections` at once on one address for some seconds, from a process of its own so that its work does not slow the counting. */
export async function putLoad({ method, url, body }: Load, connections: number, seconds: number): Promise<Measured> {
  const args = [fileURLToPath(import.meta.resolve("autocannon")), "--json", "--no-progress", "-c", String(connections), "-d", String(seconds), "-m", method, ...(body === undefined ? [] : ["-H", "content-type=application/json", "-b", body]), url];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((done) => child.once("close", done));
  if (code !== 0) throw new Error(`autocannon ended with ${String(code)}`);
  const { requests, latency, non2xx, errors }: Report = JSON.parse(output);
  return { rate: requests.average, p50: latency.p50, p99: latency.p99, refused: non2xx + errors };
}
