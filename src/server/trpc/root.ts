import { createCallerFactory, router } from "./init";
import { availabilityRouter } from "./routers/availability-router";
import { bookingsRouter } from "./routers/bookings-router";
import { calendarSyncRouter } from "./routers/calendar-sync-router";
import { meetLinksRouter } from "./routers/meet-links-router";

export const appRouter = router({
  availability: availabilityRouter,
  bookings: bookingsRouter,
  calendarSync: calendarSyncRouter,
  meetLinks: meetLinksRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures from the server itself, through the same checks as over HTTP. */
export const createCaller = createCallerFactory(appRouter);
