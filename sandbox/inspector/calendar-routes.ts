import { Hono } from "hono";
import { z } from "zod";
import { findCalendar } from "../google/calendar/calendars";
import { renderEvent } from "../google/calendar/render-event";
import type { StoredCalendar } from "../google/calendar/stored-calendar";
import { deleteEvent, insertEvent, moveEvent, patchEvent } from "../google/calendar/write-event";
import type { Sandbox, SandboxEnv } from "../sandbox-context";
import { InputError, readInput, readJsonInput } from "./read-input";

const CalendarQuery = z.object({ account: z.string(), calendar: z.string().default("primary") });
const MoveQuery = CalendarQuery.extend({ destination: z.string() });
const NewEvent = z.strictObject({ account: z.string(), calendar: z.string().default("primary"), event: z.record(z.string(), z.unknown()) });

export function calendarOf(sandbox: Sandbox, { account, calendar = "primary" }: { account: string; calendar?: string | undefined }): StoredCalendar {
  if (!sandbox.state.google.accounts.some(({ email }) => email === account)) throw new InputError({ account: `no sandbox account ${account}` });
  const found = findCalendar(sandbox, account, calendar);
  if (!found) throw new InputError({ calendar: `no calendar ${calendar}` });
  return found;
}

/** A person working in Google Calendar: everything is allowed, everybody is told. */
export const asPerson = (calendar: StoredCalendar) => ({ account: calendar.account, conferenceDataVersion: 1, sendUpdates: "none" as const });

/** What a person does in Google Calendar, without tokens. */
export function calendarRoutes(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();

  app.get("/_sandbox/calendar/events", (c) => {
    const calendar = calendarOf(sandbox, readInput(CalendarQuery, c.req.query()));
    return c.json({ events: Object.values(calendar.events).map(({ event, sendUpdates }) => ({ ...renderEvent(calendar, event), _sandbox: { sendUpdates } })) });
  });

  app.post("/_sandbox/calendar/events", async (c) => {
    const input = await readJsonInput(NewEvent, c.req);
    const calendar = calendarOf(sandbox, input);
    return c.json(renderEvent(calendar, insertEvent(sandbox, calendar, input.event, asPerson(calendar), true)), 201);
  });

  app.patch("/_sandbox/calendar/events/:id", async (c) => {
    const calendar = calendarOf(sandbox, readInput(CalendarQuery, c.req.query()));
    const body = await readJsonInput(z.record(z.string(), z.unknown()), c.req);
    return c.json(renderEvent(calendar, patchEvent(sandbox, calendar, c.req.param("id"), body, asPerson(calendar))));
  });

  app.delete("/_sandbox/calendar/events/:id", (c) => {
    const calendar = calendarOf(sandbox, readInput(CalendarQuery, c.req.query()));
    deleteEvent(sandbox, calendar, c.req.param("id"), asPerson(calendar));
    return c.body(null, 204);
  });

  /** Into another calendar, whose address is `destination`. */
  app.post("/_sandbox/calendar/events/:id/move", (c) => {
    const { destination, ...from } = readInput(MoveQuery, c.req.query());
    const calendar = calendarOf(sandbox, from);
    const target = calendarOf(sandbox, { ...from, calendar: destination });
    return c.json(renderEvent(target, moveEvent(sandbox, calendar, target, c.req.param("id"), asPerson(calendar))));
  });

  return app;
}
