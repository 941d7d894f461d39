import { NextResponse, type NextRequest } from "next/server";

/**
 * Headers that every answer carries: a request id and, on pages, a strict Content-Security-Policy with a nonce per
 * request. Private pages are never stored and give their address to nobody.
 */
export function proxy(request: NextRequest): NextResponse {
  const requestId = crypto.randomUUID();
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-request-id", requestId);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("x-request-id", requestId);
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("x-frame-options", "DENY");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  // A year, as browsers' own lists ask for. Where the site is served without https, nothing is promised.
  if (process.env.PUBLIC_ORIGIN?.startsWith("https:")) response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  const isPrivate = PRIVATE.test(request.nextUrl.pathname);
  response.headers.set("referrer-policy", isPrivate ? "no-referrer" : "strict-origin-when-cross-origin");
  if (isPrivate) {
    response.headers.set("cache-control", "no-store");
    response.headers.set("x-robots-tag", "noindex");
  }
  return response;
}

/** Pages about one person: links from messages, a patient's bookings, the provider's and administrator's area. */
const PRIVATE = /^\/(m|s|my|provider|admin|sign-in)(\/|$)/;

const isDevelopment = process.env.NODE_ENV === "development";

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    // Fast refresh in development compiles in the browser.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Style attributes are set by layout code and cannot run anything.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = {
  // Everything but the framework's own static files.
  matcher: ["/((?!_next/static|_next/image|icon.svg|mark.svg|favicon.ico).*)"],
};
