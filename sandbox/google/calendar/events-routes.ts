import { Hono, type Context } from "hono";
import { z } from "zod";
import type { Sandbox, SandboxEnv } from "../../sandbox-context";
import { readJsonBody, requireScope } from "../google-auth";
import { GoogleError, invalidValue, notFound } from "../google-error";
import { calendarScopes } from "./calendar-scopes";
import { getCalendar, roleOf } from "./calendars";
import { applyFieldsMask } from "./fields-mask";
import { listEvents, listInstances, type EventPage } from "./list-events";
import { readListQuery, type ListQuery } from "./list-query";
import { renderEvent } from "./render-event";
import { isTimeZone } from "./zoned-time";
import { assertPersonMay } from "./service-account-limits";
import { watchEvents } from "./watch-events";
import { deleteEvent, getEvent, insertEvent, moveEvent, patchEvent, updateEvent, type WriteOptions } from "./write-event";
import type { CalendarEvent } from "./calendar-event";
import type { StoredCalendar } from "./stored-calendar";

const base = "/calendar/v3/calendars/:calendarId/events";

const WriteParameters = z.object({
  conferenceDataVersion: z.coerce.number().int().min(0).max(1).default(0),
  sendUpdates: z.enum(["all", "externalOnly", "none"]).optional(),
  sendNotifications: z.enum(["true", "false"]).optional(),
});

function readWriteOptions(c: Context<SandboxEnv>, account: string): WriteOptions {
  const parsed = WriteParameters.safeParse(c.req.query());
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw invalidValue(`Invalid value '${c.req.query(name) ?? ""}' for parameter ${name}.`, name);
  }
  const { conferenceDataVersion, sendUpdates, sendNotifications } = parsed.data;
  const ifMatch = c.req.header("if-match");
  return { account, conferenceDataVersion, sendUpdates: sendUpdates ?? (sendNotifications === "true" ? "all" : "none"), ...(ifMatch ? { ifMatch } : {}) };
}

/** The calendar by its path id, writable by the token's account. */
function writableCalendar(sandbox: Sandbox, account: string, id: string): StoredCalendar {
  const calendar = getCalendar(sandbox, account, id);
  if (!["owner", "writer"].includes(roleOf(calendar, account) ?? "")) {
    throw new GoogleError(403, "requiredAccessLevel", "You need to have writer access to this calendar.", {}, "calendar");
  }
  return calendar;
}

export function eventsRoutes(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();
  const answer = (c: Context<SandboxEnv>, body: unknown) => Response.json(applyFieldsMask(body, c.req.query("fields")));
  const answerEvent = (c: Context<SandboxEnv>, calendar: StoredCalendar, event: CalendarEvent) => {
    const response = answer(c, renderEvent(calendar, event));
    response.headers.set("etag", event.etag);
    return response;
  };
  const answerPage = (c: Context<SandboxEnv>, calendar: StoredCalendar, account: string, query: ListQuery, page: EventPage) => answer(c, {
    kind: "calendar#events",
    etag: `"p${calendar.syncEpoch}${calendar.changes}"`,
    summary: calendar.summary,
    description: "",
    updated: Object.values(calendar.events).map(({ event }) => event.updated).sort().at(-1) ?? new Date(0).toISOString(),
    timeZone: query.timeZone ?? calendar.timeZone,
    accessRole: roleOf(calendar, account),
    defaultReminders: [{ method: "popup", minutes: 10 }],
    ...page,
  });

  app.get(base, (c) => {
    const account = requireScope(sandbox, c, calendarScopes.readEvents);
    const calendar = getCalendar(sandbox, account, c.req.param("calendarId"));
    const query = readListQuery(new URL(c.req.url).searchParams, sandbox.options.mostPerPage);
    return answerPage(c, calendar, account, query, listEvents(calendar, query));
  });

  app.post(base, async (c) => {
    const account = requireScope(sandbox, c, calendarScopes.writeEvents);
    const calendar = writableCalendar(sandbox, account, c.req.param("calendarId"));
    const options = readWriteOptions(c, account);
    const body = await readJsonBody(c);
    assertPersonMay(sandbox, account, body, options);
    return answerEvent(c, calendar, insertEvent(sandbox, calendar, body, options));
  });

  app.post(`${base}/watch`, async (c) => {
    const account = requireScope(sandbox, c, calendarScopes.readEvents);
    const calendar = getCalendar(sandbox, account, c.req.param("calendarId"));
    readListQuery(new URL(c.req.url).searchParams, sandbox.options.mostPerPage);
    return answer(c, watchEvents(sandbox, calendar, account, await readJsonBody(c)));
  });

  app.get(`${base}/:eventId`, (c) => {
    const account = requireScope(sandbox, c, calendarScopes.readEvents);
    const calendar = getCalendar(sandbox, account, c.req.param("calendarId"));
    const event = getEvent(calendar, c.req.param("eventId"));
    if (c.req.header("if-none-match") === event.etag) return new Response(null, { status: 304, headers: { etag: event.etag } });
    const zone = c.req.query("timeZone");
    if (zone !== undefined && !isTimeZone(zone)) throw invalidValue(`Invalid value '${zone}' for parameter timeZone.`, "timeZone");
    return answer(c, renderEvent(calendar, event, zone));
  });

  app.get(`${base}/:eventId/instances`, (c) => {
    const account = requireScope(sandbox, c, calendarScopes.readEvents);
    const calendar = getCalendar(sandbox, account, c.req.param("calendarId"));
    const series = calendar.events[c.req.param("eventId")]?.event;
    if (!series) throw notFound();
    if (!series.recurrence) throw invalidValue("The event is not a recurring event.");
    const query = readListQuery(new URL(c.req.url).searchParams, sandbox.options.mostPerPage);
    return answerPage(c, calendar, account, query, listInstances(calendar, series, query));
  });

  app.on(["PATCH", "PUT"], `${base}/:eventId`, async (c) => {
    const account = requireScope(sandbox, c, calendarScopes.writeEvents);
    const calendar = writableCalendar(sandbox, account, c.req.param("calendarId"));
    const options = readWriteOptions(c, account);
    const body = await readJsonBody(c);
    assertPersonMay(sandbox, account, body, options);
    const write = c.req.method === "PATCH" ? patchEvent : updateEvent;
    return answerEvent(c, calendar, write(sandbox, calendar, c.req.param("eventId"), body, options));
  });

  app.delete(`${base}/:eventId`, (c) => {
    const account = requireScope(sandbox, c, calendarScopes.writeEvents);
    const calendar = writableCalendar(sandbox, account, c.req.param("calendarId"));
    deleteEvent(sandbox, calendar, c.req.param("eventId"), readWriteOptions(c, account));
    return c.body(null, 204);
  });

  app.post(`${base}/:eventId/move`, (c) => {
    const account = requireScope(sandbox, c, calendarScopes.moveEvents);
    const destination = c.req.query("destination");
    if (!destination) throw new GoogleError(400, "required", "Required parameter: destination", { locationType: "parameter", location: "destination" });
    const from = writableCalendar(sandbox, account, c.req.param("calendarId"));
    const to = writableCalendar(sandbox, account, destination);
    return answerEvent(c, to, moveEvent(sandbox, from, to, c.req.param("eventId"), readWriteOptions(c, account)));
  });

  return app;
}
