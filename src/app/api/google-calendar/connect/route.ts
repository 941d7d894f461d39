import { startCalendarConnection } from "@/application/calendar/start-calendar-connection";
import { AppError } from "@/application/shared/errors";
import { backToIntegrations, redirectTo } from "@/server/calendar-redirect";
import { routeContext } from "@/server/route-context";

/** Sends a signed-in provider to Google's consent page. */
export async function GET(request: Request): Promise<Response> {
  const { app, sessionToken } = await routeContext(request);
  try {
    return redirectTo(await startCalendarConnection(app, sessionToken, new URL(request.url).searchParams.get("returnTo") ?? undefined));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return backToIntegrations(app.config.publicOrigin, { problem: error.code === "INTEGRATION_OFF" ? "switched-off" : "signed-out" });
  }
}
