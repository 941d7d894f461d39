import { Hono } from "hono";
import type { Sandbox, SandboxEnv } from "../sandbox-context";
import { calendarsRoutes } from "./calendar/calendars-routes";
import { eventsRoutes } from "./calendar/events-routes";
import { mailRoutes } from "./gmail/mail-routes";
import { spacesRoutes } from "./meet/spaces-routes";
import { authorizeRoutes } from "./oauth/authorize-routes";
import { identityRoutes } from "./oauth/identity-routes";
import { tokenRoute } from "./oauth/token-route";

const roots = ["/calendar/v3/", "/gmail/v1/", "/upload/gmail/v1/", "/v2/spaces", "/o/oauth2/", "/oauth2/", "/token", "/revoke", "/userinfo", "/v1/userinfo", "/tokeninfo", "/.well-known/"];

export const isGooglePath = (path: string) => roots.some((root) => path.startsWith(root));

/** Everything Google: sign-in, Calendar v3, Meet v2 and sending through Gmail v1, on one origin. */
export function googleApp(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();
  for (const routes of [authorizeRoutes, tokenRoute, identityRoutes, eventsRoutes, calendarsRoutes, spacesRoutes, mailRoutes]) app.route("/", routes(sandbox));
  return app;
}
