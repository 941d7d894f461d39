import { z } from "zod";
import { CLIENT_REFUSED, IntegrationError, type IntegrationErrorKind } from "@/application/shared/errors";

// The SDK fetches with node-fetch, whose Headers are not the platform's.
interface HeadersLike {
  get(name: string): string | null;
}
export const HeadersLike = z.custom<HeadersLike>((value) => typeof value === "object" && value !== null && "get" in value);

/** What the SDK throws, as far as we read it: an answer with a status, or none at all. */
const Failure = z.object({
  response: z.object({ status: z.number(), data: z.unknown(), headers: HeadersLike.optional() }).optional(),
  code: z.union([z.string(), z.number()]).optional(),
});

/** Calendar's envelope names a reason; Meet's a status; the token endpoint's is a bare word. */
const Envelope = z.object({
  error: z.union([
    z.string(),
    z.object({ status: z.string().optional(), message: z.string().optional(), errors: z.array(z.object({ reason: z.string().optional(), location: z.string().optional() })).optional() }),
  ]),
});

const RATE_LIMITS = new Set(["rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "dailyLimitExceeded", "RESOURCE_EXHAUSTED"]);
const LACKS_CONSENT = new Set(["insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"]);
const DEAD_GRANT = new Set(["invalid_grant", "UNAUTHENTICATED"]);
/** What is wrong with the installation's own credentials says nothing about a grant: no account can mend it by consenting anew. */
const REFUSED_CLIENT = new Set(["invalid_client", "unauthorized_client", "deleted_client"]);
const STALE_CURSOR = new Set(["fullSyncRequired", "updatedMinTooLongAgo"]);

/**
 * Puts an SDK error into our words (developers.google.com/workspace/calendar/api/guides/errors). An answer that is not
 * Google's own, such as a proxy's HTML, says nothing about the request and counts as transient. `isWrite` says that a
 * lost answer may hide a done deed.
 */
export function classifyGoogleError(operation: string, error: unknown, isWrite: boolean, now = Date.now()): IntegrationError {
  if (error instanceof IntegrationError) return error;
  const failure = Failure.safeParse(error).data;
  const response = failure?.response;
  // No `cause`: the SDK's error carries the whole request, with the bearer token and the patient's name.
  const as = (kind: IntegrationErrorKind, code: string | undefined, retryAfterSeconds?: number) =>
    new IntegrationError({ vendor: "google", operation, kind, ...(code !== undefined && { code }), ...(retryAfterSeconds !== undefined && { retryAfterSeconds }), ...(kind === "transient" && isWrite && { isAmbiguous: true }) });

  if (!response) return as("transient", failure?.code === undefined ? "no-answer" : String(failure.code));
  const { status, data, headers } = response;
  const envelope = Envelope.safeParse(data).data?.error;
  const first = typeof envelope === "object" ? envelope.errors?.[0] : undefined;
  const reason = typeof envelope === "string" ? envelope : (first?.reason ?? envelope?.status);
  const code = reason ?? String(status);
  if (status === 429 || (reason !== undefined && RATE_LIMITS.has(reason))) return as("rate-limited", code, readRetryAfter(headers) ?? readRetryTime(typeof envelope === "object" ? envelope.message : undefined, now));
  if (status >= 500 || status < 400 || status === 408 || envelope === undefined) return as("transient", envelope === undefined && status < 500 ? `not-google-${status}` : code);
  if (operation === "oauth.refresh" && reason !== undefined && REFUSED_CLIENT.has(reason)) return as("transient", CLIENT_REFUSED);
  if (status === 401 || (reason !== undefined && (DEAD_GRANT.has(reason) || LACKS_CONSENT.has(reason)))) return as("auth", code);
  if (status === 410) return as(reason !== undefined && STALE_CURSOR.has(reason) ? "cursor-expired" : "not-found", code);
  if (status === 400 && first?.location === "syncToken") return as("cursor-expired", code);
  if (status === 404) return as("not-found", code);
  if (status === 409 || status === 412) return as("conflict", code);
  return as("permanent", code);
}

/** Retry-After in whole seconds; Google sends seconds only. */
function readRetryAfter(headers: HeadersLike | undefined): number | undefined {
  const seconds = Number(headers?.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : undefined;
}

/** Gmail names the instant in its sentence: "User-rate limit exceeded.  Retry after 2026-11-21T12:00:00.000Z". */
function readRetryTime(message: string | undefined, now: number): number | undefined {
  const at = Date.parse(/Retry after (\S+Z)/.exec(message ?? "")?.[1] ?? "");
  return Number.isFinite(at) && at > now ? Math.ceil((at - now) / 1_000) : undefined;
}
