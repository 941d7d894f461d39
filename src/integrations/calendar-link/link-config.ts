export interface LinkConfig {
  /** Origins an operator vouches for: they may be http and at private addresses. None in an ordinary installation. */
  readonly trustedOrigins: readonly string[];
  readonly userAgent: string;
  /** For the whole read, redirects included. */
  readonly timeoutMs?: number;
  /** Of the answer as sent and as unpacked. */
  readonly maximumBytes?: number;
  /** For understanding what was read. Nothing else runs in the process meanwhile, so it is far less than a worker's heartbeat. */
  readonly parseMs?: number;
}

export const DEFAULT_TIMEOUT_MS = 10_000;
export const DEFAULT_MAXIMUM_BYTES = 5_000_000;
export const DEFAULT_PARSE_MS = 5_000;
