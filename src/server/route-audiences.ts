import type { Audience } from "./trpc/init";

/** Beyond people: a vendor that proves itself by signature or channel token, the operator's scheduler, and a door behind which each procedure declares its own. */
export type RouteAudience = Audience | "vendor" | "scheduler" | "each-procedure";

/** Who each route handler is for. The handler or its verb enforces it; a test fails for a handler that is missing here. */
export const ROUTE_AUDIENCES: Readonly<Record<string, RouteAudience>> = {
  "/api/auth/[...nextauth]": "public",
  "/api/cron/work": "scheduler",
  "/api/google-calendar/callback": "provider",
  "/api/google-calendar/connect": "provider",
  "/api/health": "public",
  "/api/ready": "public",
  "/api/trpc/[trpc]": "each-procedure",
  "/api/v1/[[...path]]": "public",
  "/api/v1/availability": "public",
  "/api/v1/availability/any": "public",
  "/api/v1/bookings": "public",
  "/api/v1/bookings/[reference]": "link",
  "/api/v1/bookings/[reference]/cancel": "link",
  "/api/v1/bookings/[reference]/reschedule": "link",
  "/api/v1/holds": "public",
  "/api/v1/holds/any": "public",
  "/api/v1/openapi.json": "public",
  "/api/v1/providers": "public",
  "/api/webhooks/google": "vendor",
  "/api/webhooks/sendgrid": "vendor",
  "/api/webhooks/twilio": "vendor",
  "/brand/[key]": "public",
  "/cards/[file]": "link",
  "/api/sign-in/link": "public",
  "/feeds/[file]": "link",
  "/m/[token]/again": "link",
  "/m/[token]/invite.ics": "link",
  "/m/[token]/unsubscribe": "link",
};
