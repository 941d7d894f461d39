/** Everything that can go wrong for a caller, each with how it leaves the house. */
export const ERRORS = {
  VALIDATION_FAILED: { http: 422, trpc: "UNPROCESSABLE_CONTENT", log: "info", message: "Some of what was sent is not right. Nothing was saved." },
  NOT_AUTHENTICATED: { http: 401, trpc: "UNAUTHORIZED", log: "info", message: "Please sign in first." },
  NOT_ALLOWED: { http: 403, trpc: "FORBIDDEN", log: "info", message: "You may not do this." },
  LINK_INVALID: { http: 401, trpc: "UNAUTHORIZED", log: "info", message: "This link is not valid or has expired. Ask the clinic for a new one." },
  NOT_FOUND: { http: 404, trpc: "NOT_FOUND", log: "info", message: "We could not find this." },
  SLOT_TAKEN: { http: 409, trpc: "CONFLICT", log: "info", message: "This time was just taken. Nothing was booked." },
  SLOT_NOT_OFFERED: { http: 409, trpc: "CONFLICT", log: "info", message: "This time is not offered. Nothing was booked." },
  NOTICE_TOO_SHORT: { http: 409, trpc: "CONFLICT", log: "info", message: "This time is too soon to be booked online." },
  BEYOND_HORIZON: { http: 409, trpc: "CONFLICT", log: "info", message: "This time is too far ahead to be booked yet." },
  HOLD_EXPIRED: { http: 409, trpc: "CONFLICT", log: "info", message: "The time was held for you, but the hold has run out. Please choose again." },
  HOLD_INVALID: { http: 403, trpc: "FORBIDDEN", log: "info", message: "This hold is not yours or does not exist." },
  TOO_MANY_HOLDS: { http: 429, trpc: "TOO_MANY_REQUESTS", log: "info", message: "Several times with this provider are already kept from where you are. Book or give back one of them, or try again in some minutes." },
  TOO_MANY_BOOKINGS: { http: 409, trpc: "CONFLICT", log: "info", message: "Several visits with this provider were booked for this e-mail address or number today. Nothing was booked. Sign in or call the clinic to book more." },
  STATUS_CONFLICT: { http: 409, trpc: "CONFLICT", log: "info", message: "The booking has changed meanwhile, so this is no longer possible." },
  POLICY_REFUSED: { http: 409, trpc: "CONFLICT", log: "info", message: "The clinic's policy does not allow this any more. Please call the clinic." },
  IDEMPOTENCY_MISMATCH: { http: 422, trpc: "UNPROCESSABLE_CONTENT", log: "info", message: "This idempotency key was used with another request." },
  IN_PROGRESS: { http: 409, trpc: "CONFLICT", log: "info", message: "The same request is being worked on. Try again in a moment." },
  VERSION_CONFLICT: { http: 409, trpc: "CONFLICT", log: "info", message: "Somebody else changed this meanwhile. Reload and try again." },
  RATE_LIMITED: { http: 429, trpc: "TOO_MANY_REQUESTS", log: "info", message: "Too many requests. Please wait a moment." },
  CALENDAR_RECONNECT_NEEDED: { http: 409, trpc: "CONFLICT", log: "info", message: "Google Calendar has to be connected again." },
  INTEGRATION_OFF: { http: 409, trpc: "CONFLICT", log: "info", message: "This integration is switched off on this installation." },
  OAUTH_REFUSED: { http: 400, trpc: "BAD_REQUEST", log: "warn", message: "The connection could not be completed. Nothing was stored." },
  UNSUPPORTED_MEDIA_TYPE: { http: 415, trpc: "UNSUPPORTED_MEDIA_TYPE", log: "info", message: "This is not in a format we read. Send JSON as application/json in UTF-8." },
  PAYLOAD_TOO_LARGE: { http: 413, trpc: "PAYLOAD_TOO_LARGE", log: "info", message: "This is more than we read at once. Nothing was saved." },
  METHOD_NOT_ALLOWED: { http: 405, trpc: "METHOD_NOT_SUPPORTED", log: "info", message: "This address does not take this method." },
  OVERLOADED: { http: 503, trpc: "SERVICE_UNAVAILABLE", log: "warn", message: "We are very busy. Nothing was saved. Please try again in a moment." },
  INTERNAL: { http: 500, trpc: "INTERNAL_SERVER_ERROR", log: "error", message: "Something went wrong on our side. Nothing more is known to you than this number:" },
} as const satisfies Record<string, { http: number; trpc: string; log: "info" | "warn" | "error"; message: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** One wrong field: a path such as `patient.email`, and what is allowed. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export interface ErrorDetails {
  readonly fields?: readonly FieldProblem[];
  /** Free starts nearest to the refused one, ISO instants. */
  readonly alternatives?: readonly { startsAt: string; endsAt: string }[];
  readonly retryAfterSeconds?: number;
  /** A sentence for people that says more than the code's own. */
  readonly message?: string;
}

/** The one error of the application: a code from the table and what a person needs to go on. */
export class AppError extends Error {
  override readonly name = "AppError";
  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(details.message ?? ERRORS[code].message, options);
  }
}

export type IntegrationErrorKind = "auth" | "rate-limited" | "not-found" | "conflict" | "cursor-expired" | "transient" | "permanent";

/** The code of a vendor's refusal of the installation's own credentials: whoever runs it has to put them right, and then work goes on by itself. */
export const CLIENT_REFUSED = "client-refused";

/** What every adapter throws. `kind` decides whether and when work is tried again. */
export class IntegrationError extends Error {
  override readonly name = "IntegrationError";
  constructor(
    readonly failure: {
      readonly vendor: "google" | "twilio" | "sendgrid" | "stripe" | "blob" | "calendar-link";
      readonly operation: string;
      readonly kind: IntegrationErrorKind;
      readonly retryAfterSeconds?: number;
      /** The vendor's own short code or reason, never its free text with personal data. */
      readonly code?: string;
      /** True when the request may have taken effect although no answer came. */
      readonly isAmbiguous?: boolean;
    },
    options?: ErrorOptions,
  ) {
    super(`${failure.vendor} ${failure.operation}: ${failure.kind}${failure.code ? ` (${failure.code})` : ""}`, options);
  }

  get kind(): IntegrationErrorKind {
    return this.failure.kind;
  }

  /** By name: Next bundles a process's start and its routes apart, each with its own copy of this class, and the adapters of one are used by the other. */
  static override [Symbol.hasInstance](value: unknown): value is IntegrationError {
    return value instanceof Error && value.name === "IntegrationError" && "failure" in value;
  }
}
