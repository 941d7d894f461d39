import twilio from "twilio";
import { IntegrationError, type IntegrationErrorKind } from "@/application/shared/errors";

/** Errors of the account, not of one message: they pass once somebody mends the set-up. https://www.twilio.com/docs/api/errors */
const ACCOUNT_CODES = new Set([20003, 20005, 20008]);

/**
 * Twilio's answer in our words. `mayHaveSent` is true for the call that creates a message: without a clear refusal the
 * message may exist although no answer came.
 */
export function classifyTwilioError(error: unknown, operation: string, mayHaveSent: boolean): IntegrationError {
  const isAnswer = error instanceof twilio.RestException;
  // An answer is no `cause`: Twilio's words quote the number, and logs write causes out.
  const of = (kind: IntegrationErrorKind, more: { code?: string; isAmbiguous?: boolean } = {}) => new IntegrationError({ vendor: "twilio", operation, kind, ...more }, isAnswer ? {} : { cause: error });
  if (!isAnswer) {
    // Connection refused or unknown host: nothing was sent. Anything else may have reached Twilio.
    return neverLeft(error) ? of("transient") : of("transient", { isAmbiguous: mayHaveSent });
  }
  const code = error.code === undefined ? String(error.status) : String(error.code);
  if (error.status === 429 || error.code === 20429) return of("rate-limited", { code });
  if (error.status >= 500) return of("transient", { code, isAmbiguous: mayHaveSent });
  if (error.status === 401 || error.status === 403 || ACCOUNT_CODES.has(error.code ?? 0)) return of("auth", { code });
  if (error.status === 404) return of("not-found", { code });
  return of("permanent", { code });
}

const NEVER_LEFT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);
const neverLeft = (error: unknown): boolean => error instanceof Error && "code" in error && typeof error.code === "string" && NEVER_LEFT.has(error.code);
