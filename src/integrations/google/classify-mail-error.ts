import { IntegrationError } from "@/application/shared/errors";

/** A scope that is gone concerns the mails alone: the calendar of the same account works on. */
const LACKS_CONSENT = new Set(["insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"]);

/** Throws a failure of Gmail so that what it says of sending is not taken for the end of the whole grant. */
export function classifyMailError(error: unknown): never {
  if (error instanceof IntegrationError && error.kind === "auth" && LACKS_CONSENT.has(error.failure.code ?? "")) {
    throw new IntegrationError({ ...error.failure, kind: "permanent", code: "scope-missing" });
  }
  throw error;
}
