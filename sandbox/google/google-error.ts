/** Google's error envelope. */
export const googleErrorBody = (code: number, reason: string, message: string, domain = "global", extra: object = {}) => ({
  error: { code, message, errors: [{ message, domain, reason, ...extra }] },
});

/** An answer in Google's envelope; `extra` is merged into the single `errors` entry. */
export class GoogleError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 429,
    readonly reason: string,
    message: string,
    readonly extra: object = {},
    readonly domain = "global",
  ) {
    super(message);
  }

  toResponse() {
    const headers: Record<string, string> = this.status === 401
      ? { "www-authenticate": 'Bearer realm="https://accounts.google.com/", error="invalid_token"' }
      : {};
    return Response.json(googleErrorBody(this.status, this.reason, this.message, this.domain, this.extra), { status: this.status, headers });
  }
}

export const invalidValue = (message: string, parameter?: string) =>
  new GoogleError(400, "invalid", message, parameter ? { locationType: "parameter", location: parameter } : {});
export const badRequest = (message = "Bad Request") => new GoogleError(400, "badRequest", message);
export const notFound = () => new GoogleError(404, "notFound", "Not Found");
