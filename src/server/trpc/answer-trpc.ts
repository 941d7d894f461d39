import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { routeContext } from "@/server/route-context";
import { readLimitedBody } from "@/server/webhooks/read-limited-body";
import type { TrpcContext } from "./init";
import { appRouter } from "./root";

/** The longest lawful batch is a tenth of it. */
const BODY_LIMIT = 262_144;

/**
 * Answers the calls of one request. Reads may come by POST, so that manage tokens and names stay out of addresses and
 * thereby out of logs. Reading a body stops at BODY_LIMIT: 413.
 */
export async function answerTrpc(request: Request): Promise<Response> {
  const limited = request.method === "POST" ? await withLimitedBody(request) : request;
  if (limited === null) return new Response("This is more than we read at once. Nothing was saved.", { status: 413 });
  return fetchRequestHandler({ endpoint: "/api/trpc", req: limited, router: appRouter, allowMethodOverride: true, createContext: ({ resHeaders }) => contextFor(request, resHeaders) });
}

async function contextFor(request: Request, answerHeaders: Headers): Promise<TrpcContext> {
  const { app, sessionToken } = await routeContext(request);
  return { app, browser: { sessionToken, answerHeaders } };
}

async function withLimitedBody(request: Request): Promise<Request | null> {
  const body = await readLimitedBody(request, BODY_LIMIT);
  return body === null ? null : new Request(request.url, { method: "POST", headers: request.headers, body, signal: request.signal });
}
