/** What every answer of the API carries. Any origin may read it: nothing is sent along unasked, the bearer token is all. */
export const restHeaders = (requestId: string, cacheControl: string): Record<string, string> => ({
  "x-request-id": requestId,
  "cache-control": cacheControl,
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "x-request-id, retry-after, allow, www-authenticate",
});

/** The answer to a preflight request. */
export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  "access-control-allow-methods": "GET, POST",
  "access-control-allow-headers": "authorization, content-type, idempotency-key",
  "access-control-max-age": "86400",
};
