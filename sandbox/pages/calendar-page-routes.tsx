/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { z } from "zod";
import { calendarsOf } from "../google/calendar/calendars";
import type { StoredCalendar } from "../google/calendar/stored-calendar";
import { addDays } from "../google/calendar/zoned-time";
import { deleteEvent, findEvent, insertEvent, patchEvent } from "../google/calendar/write-event";
import { GoogleError } from "../google/google-error";
import { asPerson, calendarOf } from "../inspector/calendar-routes";
import { InputError, readInput } from "../inspector/read-input";
import type { Sandbox, SandboxEnv } from "../sandbox-context";
import { CalendarPage, calendarHref, EventPage } from "./calendar-page";
import { todayIn } from "./calendar-view";
import { ErrorPage } from "./error-page";
import { pageVersion } from "./page-version";

const CalendarQuery = z.object({
  account: z.string().optional(), calendar: z.string().optional(), event: z.string().optional(),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month such as 2026-11").optional(),
});
const localTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, "a date and time");
const Place = z.object({ account: z.string(), calendar: z.string().optional() });
const EventForm = Place.extend({
  summary: z.string().default(""), start: localTime, end: localTime,
  allDay: z.literal("on").optional(), free: z.literal("on").optional(),
  repeat: z.enum(["", "DAILY", "WEEKLY", "MONTHLY"]).default(""),
});

/** The form's wall clock in the calendar's zone; an all-day end date is included, as people read it. */
function times(calendar: StoredCalendar, form: z.infer<typeof EventForm>) {
  if (form.allDay) {
    const end = form.end.slice(0, 10);
    const lastDay = form.end.slice(11, 16) === "00:00" && end > form.start.slice(0, 10) ? end : addDays(end, 1);
    return { start: { date: form.start.slice(0, 10), dateTime: null, timeZone: null }, end: { date: lastDay, dateTime: null, timeZone: null } };
  }
  const wall = (value: string) => ({ date: null, dateTime: `${value.slice(0, 16)}:00`, timeZone: calendar.timeZone });
  return { start: wall(form.start), end: wall(form.end) };
}

export function calendarPageRoutes(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();

  app.onError((error, c) => {
    if (error instanceof GoogleError) return c.html(<ErrorPage message={error.message} back="/calendar" />, error.status);
    if (error instanceof InputError) return c.html(<ErrorPage message={error.message} back="/calendar" />, 400);
    throw error;
  });

  app.get("/calendar", (c) => {
    const query = readInput(CalendarQuery, c.req.query());
    const account = query.account ?? sandbox.state.google.accounts[0]?.email ?? "";
    const calendar = calendarOf(sandbox, { account, ...(query.calendar ? { calendar: query.calendar } : {}) });
    const version = pageVersion(sandbox);
    if (query.event) {
      const event = findEvent(calendar, query.event);
      if (!event) throw new InputError({ event: "no such event" });
      return c.html(<EventPage calendar={calendar} event={event} version={version} />);
    }
    const calendars = sandbox.state.google.accounts.flatMap(({ email }) => calendarsOf(sandbox, email).filter((entry) => entry.account === email));
    return c.html(<CalendarPage calendar={calendar} calendars={calendars} month={query.month ?? todayIn(calendar).slice(0, 7)} version={version} />);
  });

  app.post("/calendar/events", async (c) => {
    const form = readInput(EventForm, await c.req.parseBody());
    const calendar = calendarOf(sandbox, form);
    const { start, end } = times(calendar, form);
    insertEvent(sandbox, calendar, {
      summary: form.summary, start, end,
      ...(form.repeat ? { recurrence: [`RRULE:FREQ=${form.repeat}`] } : {}),
      ...(form.free ? { transparency: "transparent" } : {}),
    }, asPerson(calendar), true);
    return c.redirect(calendarHref(calendar, { month: form.start.slice(0, 7) }), 303);
  });

  app.post("/calendar/events/:id/move", async (c) => {
    const form = readInput(EventForm, await c.req.parseBody());
    const calendar = calendarOf(sandbox, form);
    const body = { summary: form.summary, ...times(calendar, form), transparency: form.free ? "transparent" : "opaque" };
    const event = patchEvent(sandbox, calendar, c.req.param("id"), body, asPerson(calendar));
    return c.redirect(calendarHref(calendar, { event: event.id }), 303);
  });

  app.post("/calendar/events/:id/delete", async (c) => {
    const calendar = calendarOf(sandbox, readInput(Place, await c.req.parseBody()));
    deleteEvent(sandbox, calendar, c.req.param("id"), asPerson(calendar));
    return c.redirect(calendarHref(calendar), 303);
  });

  return app;
}
