import { IntegrationError, type IntegrationErrorKind } from "@/application/shared/errors";

/** Why an address was not read. Each has its sentence in `explain-link-failure.ts` of the application. */
export type LinkFailure = "address-refused" | "not-https" | "too-many-redirects" | "too-large" | "too-intricate" | "too-slow" | "unreachable" | "not-a-calendar" | "refused" | "not-there" | "busy" | "server-error";

const KINDS: Record<LinkFailure, IntegrationErrorKind> = {
  "address-refused": "permanent", "not-https": "permanent", "too-many-redirects": "permanent", "too-large": "permanent", "too-intricate": "permanent", "not-a-calendar": "permanent", refused: "permanent",
  "not-there": "not-found", busy: "rate-limited", "too-slow": "transient", unreachable: "transient", "server-error": "transient",
};

/** The error of a failed read; holds neither the address nor what it answered. */
export const linkError = (code: LinkFailure, options: { retryAfterSeconds?: number; cause?: unknown } = {}): IntegrationError =>
  new IntegrationError(
    { vendor: "calendar-link", operation: "read", kind: KINDS[code], code, ...(options.retryAfterSeconds !== undefined && { retryAfterSeconds: options.retryAfterSeconds }) },
    options.cause === undefined ? undefined : { cause: options.cause },
  );
