import { AppError, ERRORS } from "@/application/shared/errors";
import { redeemSignInLink } from "@/application/sign-in/redeem-sign-in-link";
import { ownAddress } from "./auth/auth-options";
import { setSessionCookie } from "./auth/session-cookie";
import { getContainer } from "./container";
import { describeError } from "./describe-error";
import { countRequest } from "./rate-limit";
import { routeContext } from "./route-context";
import { readLimitedBody } from "./webhooks/read-limited-body";

const FORM_LIMIT = 4_096;

/** What the sign-in page has words for. */
const TOLD = { LINK_INVALID: "LinkUsed", NOT_ALLOWED: "StaffLink", RATE_LIMITED: "TooOften" } as const;

/** Takes the button of a sign-in link: a session for who has it, then on to where they wanted to go, which is never another site. */
export async function signInAnswer(request: Request): Promise<Response> {
  const { app, sessionToken } = await routeContext(request);
  const { publicOrigin } = app.config;
  const leadTo = (path: string, headers: Record<string, string> = {}) => new Response(null, { status: 303, headers: { location: ownAddress(path, publicOrigin), "cache-control": "no-store", "referrer-policy": "no-referrer", ...headers } });
  // Only our own page may press the button: nobody is signed in as somebody else from another site. That page hides its address,
  // and with it the origin; browsers then still tell that it is ours.
  if (request.headers.get("sec-fetch-site") !== "same-origin" && request.headers.get("origin") !== publicOrigin) return leadTo("/sign-in?error=LinkUsed");
  try {
    await countRequest(getContainer(), app.actor, "write");
    const form = new URLSearchParams((await readLimitedBody(request, FORM_LIMIT)) ?? "");
    const signedIn = await redeemSignInLink(app, { token: form.get("token") ?? "", previousSession: sessionToken });
    return leadTo(signedIn.returnTo, { "set-cookie": setSessionCookie(signedIn, publicOrigin) });
  } catch (error) {
    const { code } = describeError(error, app.requestId);
    if (ERRORS[code].log === "error") app.log.error({ err: error }, "signing in by a link failed");
    const told = error instanceof AppError && Object.hasOwn(TOLD, code) ? TOLD[code as keyof typeof TOLD] : "Link";
    return leadTo(`/sign-in?error=${told}`);
  }
}
