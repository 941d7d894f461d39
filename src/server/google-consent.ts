import type { CalendarProblem } from "@/application/calendar/calendar-schemas";
import { completeCalendarConnection } from "@/application/calendar/complete-calendar-connection";
import { RETURN_TO, startCalendarConnection } from "@/application/calendar/start-calendar-connection";
import { AppError } from "@/application/shared/errors";
import type { RouteContext } from "./route-context";

const REFUSALS: Partial<Record<AppError["code"], CalendarProblem>> = { INTEGRATION_OFF: "switched-off", NOT_ALLOWED: "not-allowed", NOT_FOUND: "mail-without-calendar" };

/** Sends a signed-in provider, or a clinic's manager, to Google's consent page; anyone else back with a reason. */
export async function redirectToConsent({ app, sessionToken }: RouteContext, request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  try {
    return redirectTo(await startCalendarConnection(app, sessionToken, { returnTo: asked.get("returnTo") ?? undefined, connectionId: asked.get("connection") ?? undefined, isAnother: asked.has("another"), organizationId: asked.get("organization") ?? undefined, mailConnectionId: asked.get("mail") ?? undefined }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return redirectBack(app.config.publicOrigin, { problem: REFUSALS[error.code] ?? "signed-out", isForMail: asked.has("mail") });
  }
}

/** Takes what Google sent the browser back with and goes on to where the consent was started from. */
export async function finishConsent({ app, sessionToken }: RouteContext, request: Request): Promise<Response> {
  const answer = new URL(request.url).searchParams;
  return redirectBack(app.config.publicOrigin, await completeCalendarConnection(app, sessionToken, { state: answer.get("state"), code: answer.get("code"), error: answer.get("error") }));
}

function redirectBack(publicOrigin: string, outcome: { returnTo?: string; isForMail?: boolean; problem: CalendarProblem | null }): Response {
  const target = new URL(outcome.returnTo ?? RETURN_TO, publicOrigin);
  const [done, failed] = outcome.isForMail ? ["mail", "mail-problem"] : ["connected", "problem"];
  if (outcome.problem === null) target.searchParams.set(done, "1");
  else target.searchParams.set(failed, outcome.problem);
  return redirectTo(target.toString());
}

/** No cache keeps it and its address reaches nobody else: it may hold a state or come from one with a code. */
const redirectTo = (location: string): Response => new Response(null, { status: 302, headers: { location, "cache-control": "no-store", "referrer-policy": "no-referrer" } });
