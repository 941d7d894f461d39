/** How to reach Google. Addresses differ in the sandbox only. */
export interface GoogleConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  /** How the client proves itself at the token endpoint. */
  readonly clientAuth: "client_secret_basic" | "client_secret_post";
  /** Whom an id token must come from. */
  readonly issuer: string;
  readonly authUrl: string;
  readonly tokenUrl: string;
  readonly revokeUrl: string;
  /** Exactly as registered with the OAuth client. */
  readonly redirectUri: string;
  /** One origin for Calendar and Meet; unset, each keeps Google's own host. */
  readonly apiRootUrl?: string;
  /** The most e-mails we send through one account in 24 hours; 400 by default, of the 500 that Google allows a private account. */
  readonly mailsPerDay?: number;
  /** After this long without an answer a call counts as failed; 10 s by default. */
  readonly timeoutMs?: number;
}

export const DEFAULT_TIMEOUT_MS = 10_000;
