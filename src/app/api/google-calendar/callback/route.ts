import { completeCalendarConnection } from "@/application/calendar/complete-calendar-connection";
import { backToIntegrations } from "@/server/calendar-redirect";
import { routeContext } from "@/server/route-context";

/** Where Google sends the browser after the consent page. */
export async function GET(request: Request): Promise<Response> {
  const { app, sessionToken } = await routeContext(request);
  const answer = new URL(request.url).searchParams;
  const outcome = await completeCalendarConnection(app, sessionToken, { state: answer.get("state"), code: answer.get("code"), error: answer.get("error") });
  return backToIntegrations(app.config.publicOrigin, outcome);
}
