import { calendar } from "@googleapis/calendar";
import { z } from "zod";
import { IntegrationError } from "@/application/shared/errors";
import type { CalendarPort } from "@/application/shared/ports";
import { callGoogle, NoBody } from "./call-google";
import { isTimeZone } from "@/domain/time/time-zone";
import { EVENT_FIELDS, fromGoogleEvent, GoogleEvent } from "./from-google-event";
import { DEFAULT_TIMEOUT_MS, type GoogleConfig } from "./google-config";
import { toGoogleEvent, toGooglePatch } from "./to-google-event";
import { toRemoteVisit, VISIT_FIELDS, VisitsPage } from "./to-remote-visit";

/** The most Google gives in one page. */
const PAGE_SIZE = 2500;
/** As many events as may stand beside one visit without a doubt about what takes its time. */
const GLANCE_SIZE = 50;

const CalendarListPage = z.object({
  items: z
    .array(z.object({ id: z.string(), summary: z.string().default(""), summaryOverride: z.string().optional(), timeZone: z.string().default("UTC"), primary: z.boolean().optional(), accessRole: z.string() }))
    .default([]),
  nextPageToken: z.string().optional(),
});
const EventsPage = z.object({ kind: z.literal("calendar#events"), items: z.array(GoogleEvent).default([]), nextPageToken: z.string().optional(), nextSyncToken: z.string().optional(), timeZone: z.string().default("UTC") });
const CalendarHead = z.object({ kind: z.literal("calendar#events"), summary: z.string().default(""), timeZone: z.string().default("UTC"), accessRole: z.string() });
const TitlesPage = z.object({ items: z.array(z.object({ status: z.string(), summary: z.string().default(""), organizer: z.object({ self: z.boolean().default(false) }).optional() })).default([]), nextPageToken: z.string().optional() });
const Channel = z.object({ resourceId: z.string().min(1), expiration: z.coerce.number() });

/** Google Calendar v3. Deterministic event ids make every write repeatable, so nothing is retried here. */
export function googleCalendar(config: Pick<GoogleConfig, "apiRootUrl" | "timeoutMs">): CalendarPort {
  const api = calendar({ version: "v3", timeout: config.timeoutMs ?? DEFAULT_TIMEOUT_MS, retry: false, ...(config.apiRootUrl !== undefined && { rootUrl: config.apiRootUrl }) });
  const bearer = (accessToken: string) => ({ headers: { authorization: `Bearer ${accessToken}` } });
  // Version 1 on every write: with version 0 Google would neither make nor show the Meet link.
  const writing = { conferenceDataVersion: 1, sendUpdates: "none", fields: EVENT_FIELDS };

  return {
    async listCalendars(accessToken) {
      const found: z.infer<typeof CalendarListPage>["items"] = [];
      for (let pageToken: string | undefined; ; ) {
        const page = await callGoogle("calendar.list-calendars", false, CalendarListPage, () => api.calendarList.list({ maxResults: 250, showHidden: true, ...(pageToken !== undefined && { pageToken }) }, bearer(accessToken)));
        found.push(...page.items);
        if (page.nextPageToken === undefined) break;
        pageToken = page.nextPageToken;
      }
      return found.map((entry) => ({
        externalId: entry.id,
        name: entry.summaryOverride ?? entry.summary,
        timeZone: isTimeZone(entry.timeZone) ? entry.timeZone : "UTC",
        isPrimary: entry.primary ?? false,
        canWrite: entry.accessRole === "owner" || entry.accessRole === "writer",
      }));
    },

    // By its events, since no scope we ask for covers the calendar resource itself.
    async describeCalendar(accessToken, calendarId) {
      const head = await callGoogle("calendar.describe", false, CalendarHead, () => api.events.list({ calendarId, maxResults: 1, fields: "kind,summary,timeZone,accessRole" }, bearer(accessToken)));
      return { externalId: calendarId, name: head.summary, timeZone: isTimeZone(head.timeZone) ? head.timeZone : "UTC", isPrimary: true, canWrite: head.accessRole === "owner" || head.accessRole === "writer" };
    },

    // Not by q: what was written a moment ago may not be found by its words yet.
    async holdsOwnEvent(accessToken, calendarId, { title, writtenSince }) {
      for (let pageToken: string | undefined; ; ) {
        const page = await callGoogle("calendar.list-titles", false, TitlesPage, () =>
          api.events.list(
            { calendarId, updatedMin: new Date(writtenSince).toISOString(), maxResults: PAGE_SIZE, fields: "nextPageToken,items(status,summary,organizer/self)", ...(pageToken !== undefined && { pageToken }) },
            bearer(accessToken),
          ),
        );
        if (page.items.some(({ status, summary, organizer }) => status !== "cancelled" && summary.trim() === title && organizer?.self === true)) return true;
        if (page.nextPageToken === undefined) return false;
        pageToken = page.nextPageToken;
      }
    },

    insertEvent: async (accessToken, calendarId, event) =>
      fromGoogleEvent(await callGoogle("calendar.insert-event", true, GoogleEvent, () => api.events.insert({ calendarId, ...writing, requestBody: { id: event.eventId, ...toGoogleEvent(event) } }, bearer(accessToken)))),

    // Conditional: developers.google.com/workspace/calendar/api/guides/version-resources
    patchEvent: async (accessToken, calendarId, event, etag) =>
      fromGoogleEvent(
        await callGoogle("calendar.patch-event", true, GoogleEvent, () =>
          api.events.patch({ calendarId, eventId: event.eventId, ...writing, requestBody: toGooglePatch(event) }, { headers: { ...bearer(accessToken).headers, "if-match": etag } }),
        ),
      ),

    getEvent: async (accessToken, calendarId, eventId) =>
      fromGoogleEvent(await callGoogle("calendar.get-event", false, GoogleEvent, () => api.events.get({ calendarId, eventId, fields: EVENT_FIELDS }, bearer(accessToken)))),

    async deleteEvent(accessToken, calendarId, eventId) {
      await callGoogle("calendar.delete-event", true, NoBody, () => api.events.delete({ calendarId, eventId, sendUpdates: "none" }, bearer(accessToken)));
    },

    async listEvents(accessToken, calendarId, query) {
      // A sync token refuses time bounds; all else must be the same as in the first read.
      const span = "syncToken" in query ? { syncToken: query.syncToken } : { timeMin: new Date(query.timeMin).toISOString(), timeMax: new Date(query.timeMax).toISOString() };
      const page = await callGoogle("calendar.list-events", false, EventsPage, () =>
        api.events.list(
          { calendarId, ...span, singleEvents: true, maxResults: PAGE_SIZE, fields: `kind,timeZone,nextPageToken,nextSyncToken,items(${EVENT_FIELDS})`, ...(query.pageToken !== undefined && { pageToken: query.pageToken }) },
          bearer(accessToken),
        ),
      );
      return { events: page.items.map(fromGoogleEvent), nextPageToken: page.nextPageToken ?? null, nextSyncToken: page.nextSyncToken ?? null, timeZone: page.timeZone };
    },

    // Not freebusy.query: calendar.events, the scope that is asked for, does not cover it, and free/busy does not tell our own events apart.
    async glanceAt(accessToken, calendarId, { timeMin, timeMax, signal }) {
      const page = await callGoogle("calendar.glance", false, EventsPage, () =>
        api.events.list(
          { calendarId, timeMin: new Date(timeMin).toISOString(), timeMax: new Date(timeMax).toISOString(), singleEvents: true, maxResults: GLANCE_SIZE, fields: `kind,timeZone,nextPageToken,items(${EVENT_FIELDS})` },
          { ...bearer(accessToken), signal },
        ),
      );
      return { events: page.items.map(fromGoogleEvent), timeZone: page.timeZone, isWhole: page.nextPageToken === undefined };
    },

    async listVisits(accessToken, calendarId, { timeMin, timeMax, pageToken }) {
      const span = { timeMin: new Date(timeMin).toISOString(), timeMax: new Date(timeMax).toISOString() };
      const page = await callGoogle("calendar.list-visits", false, VisitsPage, () =>
        api.events.list({ calendarId, ...span, singleEvents: true, maxResults: PAGE_SIZE, fields: VISIT_FIELDS, ...(pageToken !== undefined && { pageToken }) }, bearer(accessToken)),
      );
      return { visits: page.items.filter(({ status }) => status !== "cancelled").map(toRemoteVisit), nextPageToken: page.nextPageToken ?? null };
    },

    async watch(accessToken, calendarId, channel) {
      const opened = await callGoogle("calendar.watch", true, Channel, () =>
        api.events.watch({ calendarId, requestBody: { id: channel.channelId, token: channel.token, type: "web_hook", address: channel.address, params: { ttl: String(channel.ttlSeconds) } } }, bearer(accessToken)),
      );
      return { resourceId: opened.resourceId, expiresAt: opened.expiration };
    },

    async stopChannel(accessToken, channel) {
      try {
        await callGoogle("calendar.stop-channel", true, NoBody, () => api.channels.stop({ requestBody: { id: channel.channelId, resourceId: channel.resourceId } }, bearer(accessToken)));
      } catch (error) {
        if (error instanceof IntegrationError && error.kind === "not-found") return;
        throw error;
      }
    },
  };
}
