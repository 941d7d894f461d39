import { IntegrationError, type IntegrationErrorKind } from "@/application/shared/errors";

/**
 * SendGrid's answer in our words. `mayHaveSent` is true for the call that sends: without a clear refusal the mail may
 * have been taken although no answer came.
 */
export function classifySendgridError(error: unknown, operation: string, mayHaveSent: boolean, now = Date.now()): IntegrationError {
  const answer = readAnswer(error);
  // An answer is no `cause`: it quotes addresses, and logs write causes out.
  const of = (kind: IntegrationErrorKind, more: { code?: string; isAmbiguous?: boolean; retryAfterSeconds?: number } = {}) => new IntegrationError({ vendor: "sendgrid", operation, kind, ...more }, answer === null ? { cause: error } : {});
  if (answer === null) return neverLeft(error) ? of("transient") : of("transient", { isAmbiguous: mayHaveSent });
  const { status } = answer;
  const code = answer.field ?? String(status);
  if (status === 429) return of("rate-limited", { code: "429", ...retryAfter(answer.headers, now) });
  if (status >= 500) return of("transient", { code, isAmbiguous: mayHaveSent });
  if (status === 401 || status === 403) return of("auth", { code });
  if (status === 404) return of("not-found", { code });
  return of("permanent", { code });
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The field SendGrid objects to; its message may quote an address, so it is left behind. */
  readonly field: string | undefined;
}

/** The library's ResponseError: `code` is the HTTP status, `response` the answer. */
function readAnswer(error: unknown): Answer | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "number" || !("response" in error) || !isRecord(error.response)) return null;
  const { headers, body } = error.response;
  const first: unknown = isRecord(body) && Array.isArray(body.errors) ? body.errors[0] : undefined;
  const field = isRecord(first) && typeof first.field === "string" ? first.field : undefined;
  return { status: error.code, headers: isRecord(headers) ? headers : {}, field };
}

/** `Retry-After` in seconds, or SendGrid's `X-RateLimit-Reset` as an epoch second. */
function retryAfter(headers: Answer["headers"], now: number): { retryAfterSeconds?: number } {
  const after = Number(headers["retry-after"]);
  if (Number.isFinite(after) && after > 0) return { retryAfterSeconds: Math.ceil(after) };
  const reset = Number(headers["x-ratelimit-reset"]) - now / 1000;
  return Number.isFinite(reset) && reset > 0 ? { retryAfterSeconds: Math.ceil(reset) } : {};
}

const NEVER_LEFT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);
const neverLeft = (error: unknown): boolean => error instanceof Error && "code" in error && typeof error.code === "string" && NEVER_LEFT.has(error.code);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
