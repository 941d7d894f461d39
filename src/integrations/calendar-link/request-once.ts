import { request as requestHttp, type IncomingMessage } from "node:http";
import { Agent, request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";

interface Asked {
  readonly url: URL;
  readonly headers: Record<string, string>;
  readonly signal: AbortSignal;
  /** Absent for a trusted origin. */
  readonly lookup?: LookupFunction;
}

/** One GET on a connection of its own, no redirect followed. A pooled connection could have been opened before the check. */
export function requestOnce({ url, headers, signal, lookup }: Asked): Promise<IncomingMessage> {
  const options = { method: "GET", headers, signal, ...(lookup && { lookup }) };
  return new Promise((resolve, reject) => {
    const request = url.protocol === "https:" ? requestHttps(url, { ...options, agent: new Agent({ keepAlive: false }) }) : requestHttp(url, { ...options, agent: false });
    request.once("response", resolve).once("error", reject).end();
  });
}
