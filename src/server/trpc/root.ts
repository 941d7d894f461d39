import { createCallerFactory, router } from "./init";
import { availabilityRouter } from "./routers/availability-router";
import { bookingsRouter } from "./routers/bookings-router";
import { calendarEditsRouter } from "./routers/calendar-edits-router";
import { calendarImportRouter } from "./routers/calendar-import-router";
import { calendarLinksRouter } from "./routers/calendar-links-router";
import { calendarOutageRouter } from "./routers/calendar-outage-router";
import { calendarSyncRouter } from "./routers/calendar-sync-router";
import { ownMailRouter } from "./routers/own-mail-router";
import { clinicCalendarsRouter } from "./routers/clinic-calendars-router";
import { clinicsRouter } from "./routers/clinics-router";
import { feedsRouter } from "./routers/feeds-router";
import { healthRouter } from "./routers/health-router";
import { meetLinksRouter } from "./routers/meet-links-router";
import { adminTemplatesRouter, messageLookRouter } from "./routers/message-look-router";
import { messagesRouter } from "./routers/messages-router";
import { providersRouter } from "./routers/providers-router";
import { providerProfileRouter } from "./routers/provider-profile-router";
import { scheduleRouter } from "./routers/schedule-router";
import { servicesRouter } from "./routers/services-router";
import { signInRouter } from "./routers/sign-in-router";
import { adminSyncRouter, syncDoctorRouter } from "./routers/sync-doctor-router";
import { visitsRouter } from "./routers/visits-router";

export const appRouter = router({
  adminSync: adminSyncRouter,
  adminTemplates: adminTemplatesRouter,
  availability: availabilityRouter,
  bookings: bookingsRouter,
  calendarEdits: calendarEditsRouter,
  calendarImport: calendarImportRouter,
  calendarLinks: calendarLinksRouter,
  calendarOutage: calendarOutageRouter,
  calendarSync: calendarSyncRouter,
  ownMail: ownMailRouter,
  clinicCalendars: clinicCalendarsRouter,
  clinics: clinicsRouter,
  feeds: feedsRouter,
  health: healthRouter,
  meetLinks: meetLinksRouter,
  messageLook: messageLookRouter,
  messages: messagesRouter,
  providers: providersRouter,
  providerProfile: providerProfileRouter,
  schedule: scheduleRouter,
  services: servicesRouter,
  signIn: signInRouter,
  syncDoctor: syncDoctorRouter,
  visits: visitsRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures from the server itself, through the same checks as over HTTP. */
export const createCaller = createCallerFactory(appRouter);
