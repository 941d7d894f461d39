/** An error of the token, revocation or userinfo endpoint (RFC 6749, section 5.2). */
export class OAuthError extends Error {
  constructor(readonly status: 400 | 401, readonly error: string, readonly description: string) {
    super(`${error}: ${description}`);
  }

  toResponse = () =>
    Response.json({ error: this.error, error_description: this.description }, { status: this.status, headers: { "cache-control": "no-store" } });
}
