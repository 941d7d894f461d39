import { Hono } from "hono";
import { applyFaults } from "./faults/apply-faults";
import type { Vendor } from "./faults/fault-list";
import { filesApp } from "./files/files-app";
import { fileRoutes } from "./inspector/file-routes";
import { googleApp, isGooglePath } from "./google/google-app";
import { GoogleError } from "./google/google-error";
import { OAuthError } from "./google/oauth/oauth-error";
import { calendarRoutes } from "./inspector/calendar-routes";
import { controlRoutes } from "./inspector/control-routes";
import { googleInspectorRoutes } from "./inspector/google-routes";
import { messageRoutes } from "./inspector/message-routes";
import { InputError } from "./inspector/read-input";
import { pageRoutes } from "./pages/page-routes";
import type { Sandbox, SandboxEnv } from "./sandbox-context";
import { sendgridApp } from "./sendgrid/sendgrid-app";
import { SendgridError } from "./sendgrid/sendgrid-error";
import { twilioApp } from "./twilio/twilio-app";
import { TwilioError } from "./twilio/twilio-error";

function vendorOf(path: string): Vendor | undefined {
  if (path.startsWith("/twilio/")) return "twilio";
  if (path.startsWith("/sendgrid/")) return "sendgrid";
  if (path.startsWith("/files/")) return "files";
  return isGooglePath(path) ? "google" : undefined;
}

/** All vendors, the inspector and the pages on one origin; every vendor call passes the faults and the ledger. */
export function buildApp(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();

  app.use(async (c, next) => {
    const vendor = vendorOf(new URL(c.req.url).pathname);
    if (!vendor) return next();
    const response = await applyFaults(sandbox, vendor, c, async () => {
      await next();
      return c.res;
    });
    // Cleared first, because assigning over an answer would merge the two answers' headers.
    c.res = undefined;
    c.res = response;
  });

  for (const routes of [googleApp, twilioApp, sendgridApp, filesApp, fileRoutes, controlRoutes, messageRoutes, calendarRoutes, googleInspectorRoutes, pageRoutes]) {
    app.route("/", routes(sandbox));
  }

  app.notFound((c) => isGooglePath(new URL(c.req.url).pathname)
    ? new GoogleError(404, "notFound", "Not Found").toResponse()
    : Response.json({ error: "not found" }, { status: 404 }));

  app.onError((error) => {
    const answers = error instanceof GoogleError || error instanceof OAuthError || error instanceof TwilioError || error instanceof SendgridError || error instanceof InputError;
    if (answers) return error.toResponse();
    process.stderr.write(`sandbox: ${error.stack ?? error.message}\n`);
    return Response.json({ error: { code: 500, message: "Internal error of the sandbox", errors: [{ domain: "global", reason: "backendError", message: error.message }] } }, { status: 500 });
  });

  return app;
}
