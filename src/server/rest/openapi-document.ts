import { OpenApiGeneratorV31, OpenAPIRegistry, type ResponseConfig } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import { ERRORS, type ErrorCode } from "@/application/shared/errors";
import type { Endpoint } from "./define-endpoint";
import { endpoints } from "./endpoints";
import { IDEMPOTENCY_HEADER, IdempotencyKey } from "./idempotency-key";
import { MALFORMED_STATUS, Problem } from "./problem";
import { MAX_BODY_BYTES } from "./read-json-body";

/** What any request can meet. */
const COMMON: readonly ErrorCode[] = ["VALIDATION_FAILED", "RATE_LIMITED", "OVERLOADED", "INTERNAL"];
const WITH_BODY: readonly ErrorCode[] = ["UNSUPPORTED_MEDIA_TYPE", "PAYLOAD_TOO_LARGE"];
const WITH_BEARER: readonly ErrorCode[] = ["NOT_AUTHENTICATED", "LINK_INVALID"];

/** The OpenAPI 3.1 description of the whole API. `origin` has no trailing slash. */
export function openApiDocument(origin: string) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent("securitySchemes", "manageToken", { type: "http", scheme: "bearer", description: "The manageToken of one booking, handed out when it was made." });
  for (const endpoint of Object.values(endpoints)) registerEndpoint(registry, endpoint);
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: { title: "MedBookings", version: "1.0.0", description: `Find providers, hold a free time, book it, move or cancel it. Instants are ISO 8601 in UTC. Refusals are problem details (RFC 9457). Bodies are JSON of at most ${MAX_BODY_BYTES} bytes; unknown fields are refused. Every answer carries x-request-id.` },
    servers: [{ url: `${origin}/api/v1` }],
  });
}

function registerEndpoint(registry: OpenAPIRegistry, endpoint: Endpoint): void {
  const { operationId, method, path, summary, params, query, body, isBodyOptional, isIdempotent, status, answer, audience } = endpoint;
  registry.registerPath({
    operationId,
    method: method === "GET" ? "get" : "post",
    path,
    summary,
    security: audience === "link" ? [{ manageToken: [] }] : [],
    request: {
      params,
      query,
      ...(isIdempotent && { headers: z.object({ [IDEMPOTENCY_HEADER]: IdempotencyKey.optional() }) }),
      ...(method === "POST" && { body: { required: !isBodyOptional, content: { "application/json": { schema: body } } } }),
    },
    responses: { [status]: { description: summary, headers: REQUEST_ID, content: { "application/json": { schema: answer } } }, ...refusals(endpoint) },
  });
}

const RETRY_AFTER = { "retry-after": { description: "Seconds to wait", schema: { type: "integer" as const } } };
const REQUEST_ID = { "x-request-id": { description: "Names this request in our logs", schema: { type: "string" as const } } };

function refusals({ method, audience, errors }: Endpoint): Record<string, ResponseConfig> {
  const codes = [...COMMON, ...(method === "POST" ? WITH_BODY : []), ...(audience === "link" ? WITH_BEARER : []), ...errors];
  const statuses = [...new Set(codes.map((code) => ERRORS[code].http))];
  const sentences = (status: number) => codes.filter((code) => ERRORS[code].http === status).map((code) => `${code}: ${ERRORS[code].message}`);
  const described = statuses.map((status) => [String(status), problemOf(sentences(status).join("\n"), status === 429 || status === 503)] as const);
  const malformed = method === "POST" ? [[String(MALFORMED_STATUS), problemOf("VALIDATION_FAILED: the body is not well-formed JSON.")] as const] : [];
  return Object.fromEntries([...described, ...malformed]);
}

const problemOf = (description: string, isRetryable = false): ResponseConfig => ({ description, headers: { ...REQUEST_ID, ...(isRetryable && RETRY_AFTER) }, content: { "application/problem+json": { schema: Problem } } });
