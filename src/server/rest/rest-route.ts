import type { z } from "zod";
import { withLiveCheck } from "@/application/booking/with-live-check";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { idempotently } from "@/application/shared/idempotently";
import { acceptedLanguage } from "@/domain/messages/accepted-language";
import type { Language } from "@/domain/messages/language";
import { getContainer } from "@/server/container";
import { hotOutput } from "@/server/hot-output";
import { countRequest } from "@/server/rate-limit";
import { answering } from "./answering";
import { actingAsBearer } from "./bearer";
import type { Endpoint } from "./define-endpoint";
import { readIdempotencyKey } from "./idempotency-key";
import { parsePart } from "./parse-part";
import { MalformedBody } from "./problem";
import { readParams, readQuery } from "./read-address";
import { readJsonBody } from "./read-json-body";
import { PREFLIGHT_HEADERS, restHeaders } from "./rest-headers";

export interface RestCall<Params, Query, Body> {
  /** Acts as the bearer of the manage token where the endpoint is for one, else as a guest. */
  readonly app: AppContext;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The language we write that the request asks for first, by its Accept-Language. */
  readonly language: Language | undefined;
}

type Handle = (request: Request) => Promise<Response>;
export type RestHandlers = Readonly<Record<"GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS", Handle>>;

/**
 * The handlers of one address. `work` gets what the endpoint's schemas made of the request; what it returns is cut down
 * to the endpoint's answer. Every refusal leaves as a problem; other methods are refused with 405.
 */
export function restRoute<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<Params, Query, Body, Answer>,
  work: (call: RestCall<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<z.input<Answer>>,
): RestHandlers {
  const handle: Handle = (request) =>
    answering(request, async (guest) => {
      await countRequest(getContainer(), guest.actor, endpoint.method === "GET" ? "read" : "write");
      const app = endpoint.audience === "link" ? await actingAsBearer(guest, request.headers) : guest;
      const { pathname, searchParams } = new URL(request.url);
      const params = parsePart(endpoint.params, readParams(endpoint.path, pathname));
      const query = parsePart(endpoint.query, readQuery(searchParams));
      const key = endpoint.isIdempotent ? readIdempotencyKey(request.headers) : undefined;
      const body = parsePart(endpoint.body, await bodyOf(endpoint, request));
      const language = acceptedLanguage(request.headers.get("accept-language"));
      const run = async (acting: AppContext) => cutDown(endpoint, await work({ app: acting, params, query, body, language }));
      const once = (acting: AppContext) => (key === undefined ? run(acting) : idempotently(acting, { key, request: [endpoint.operationId, params, query, body], ...holderOf(body) }, run));
      const answer = await withLiveCheck(app, once);
      return Response.json(answer, { status: endpoint.status, headers: restHeaders(app.requestId, endpoint.cacheControl) });
    });
  const allow = endpoint.method === "GET" ? "GET, HEAD, OPTIONS" : "POST, OPTIONS";
  const refuse: Handle = (request) => answering(request, () => Promise.reject(new AppError("METHOD_NOT_ALLOWED")), { allow });
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: preflight, [endpoint.method]: handle };
}

/** A booking is confirmed by whoever has the hold. */
const holderOf = (body: unknown): { holder?: string } => (typeof body === "object" && body !== null && "holdId" in body && typeof body.holdId === "string" ? { holder: body.holdId } : {});

const preflight: Handle = (request) =>
  answering(request, ({ requestId }) => Promise.resolve(new Response(null, { status: 204, headers: { ...restHeaders(requestId, "no-store"), ...PREFLIGHT_HEADERS } })));

async function bodyOf({ method, isBodyOptional }: Endpoint, request: Request): Promise<unknown> {
  if (method === "GET") return {};
  const json = await readJsonBody(request);
  if (json === undefined && !isBodyOptional) throw new MalformedBody("must be a JSON object");
  return json === undefined ? {} : json;
}

/** A result that does not fit its schema is a fault of ours, not of the request. */
function cutDown<Answer extends z.ZodType>({ answer, isHot, operationId }: Pick<Endpoint<z.ZodObject, z.ZodObject, z.ZodType, Answer>, "answer" | "isHot" | "operationId">, result: z.input<Answer>): z.output<Answer> {
  if (isHot) return hotOutput(answer)(result);
  const fitted = answer.safeParse(result);
  if (!fitted.success) throw new Error(`the answer of ${operationId} does not fit its schema`, { cause: fitted.error });
  return fitted.data;
}
