import { Hono, type Context } from "hono";
import { z } from "zod";
import type { Sandbox, SandboxEnv } from "../../sandbox-context";
import { randomBase32Hex } from "../../store/random-id";
import { readJsonBody, requireScope } from "../google-auth";
import { GoogleError, invalidValue } from "../google-error";
import { calendarScopes } from "./calendar-scopes";
import { addCalendar, calendarsOf, getCalendar, roleOf } from "./calendars";
import { applyFieldsMask } from "./fields-mask";
import { queryFreeBusy } from "./free-busy";
import type { StoredCalendar } from "./stored-calendar";
import { stopChannel } from "./watch-events";
import { isTimeZone } from "./zoned-time";

const etagOf = (calendar: StoredCalendar) => `"c${calendar.changes}"`;

const calendarResource = (calendar: StoredCalendar) => ({
  kind: "calendar#calendar", etag: etagOf(calendar), id: calendar.id, summary: calendar.summary, timeZone: calendar.timeZone,
  conferenceProperties: { allowedConferenceSolutionTypes: ["hangoutsMeet"] },
});

const listEntry = (calendar: StoredCalendar, account: string) => ({
  ...calendarResource(calendar),
  kind: "calendar#calendarListEntry",
  colorId: "14", backgroundColor: "#9fe1e7", foregroundColor: "#000000", selected: true,
  accessRole: roleOf(calendar, account),
  defaultReminders: [{ method: "popup", minutes: 10 }],
  ...(calendar.primary && calendar.account === account ? { primary: true } : {}),
  ...(calendar.listing?.[account] === "hidden" ? { hidden: true, selected: false } : {}),
});

const ListParameters = z.object({
  maxResults: z.coerce.number().int().min(1).default(100).transform((size) => Math.min(size, 250)),
  pageToken: z.coerce.number().int().min(0).default(0),
  showHidden: z.enum(["true", "false"]).default("false"),
  minAccessRole: z.enum(["freeBusyReader", "reader", "writer", "owner"]).default("freeBusyReader"),
});
const roles = ["freeBusyReader", "reader", "writer", "owner"];

const colours = Object.fromEntries(["#a4bdfc", "#7ae7bf", "#dbadff", "#ff887c", "#fbd75b", "#ffb878", "#46d6db", "#e1e1e1", "#5484ed", "#51b749", "#dc2127"]
  .map((background, index) => [String(index + 1), { background, foreground: "#1d1d1d" }]));

/** Calendars, the calendar list, free/busy, colours, settings and channels. */
export function calendarsRoutes(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();
  const answer = (c: Context<SandboxEnv>, body: unknown) => Response.json(applyFieldsMask(body, c.req.query("fields")));

  app.get("/calendar/v3/calendars/:calendarId", (c) => {
    const account = requireScope(sandbox, c, calendarScopes.readCalendars);
    return answer(c, calendarResource(getCalendar(sandbox, account, c.req.param("calendarId"))));
  });

  app.post("/calendar/v3/calendars", async (c) => {
    const account = requireScope(sandbox, c, calendarScopes.writeCalendars);
    const parsed = z.object({ summary: z.string().min(1), timeZone: z.string().refine(isTimeZone).default("UTC") }).safeParse(await readJsonBody(c));
    if (!parsed.success) throw new GoogleError(400, "required", `Required: ${parsed.error.issues[0]?.path.join(".") ?? "summary"}`);
    const id = `${randomBase32Hex(26)}@group.calendar.google.com`;
    return answer(c, calendarResource(addCalendar(sandbox, { id, account, ...parsed.data, primary: false })));
  });

  app.get("/calendar/v3/users/me/calendarList", (c) => {
    const account = requireScope(sandbox, c, calendarScopes.listCalendars);
    const parsed = ListParameters.safeParse(c.req.query());
    if (!parsed.success) throw invalidValue(`Invalid value for parameter ${String(parsed.error.issues[0]?.path[0])}.`);
    const { maxResults, pageToken, minAccessRole, showHidden } = parsed.data;
    const isListed = ({ listing }: StoredCalendar) => listing?.[account] === undefined || (listing[account] === "hidden" && showHidden === "true");
    const all = calendarsOf(sandbox, account).filter(isListed).filter((calendar) => roles.indexOf(roleOf(calendar, account) ?? "") >= roles.indexOf(minAccessRole));
    const end = pageToken + maxResults;
    return answer(c, {
      kind: "calendar#calendarList", etag: `"l${all.length}"`,
      ...(end < all.length ? { nextPageToken: String(end) } : { nextSyncToken: Buffer.from(`list:${all.length}`).toString("base64url") }),
      items: all.slice(pageToken, end).map((calendar) => listEntry(calendar, account)),
    });
  });

  app.get("/calendar/v3/users/me/calendarList/:calendarId", (c) => {
    const account = requireScope(sandbox, c, calendarScopes.getListedCalendar);
    return answer(c, listEntry(getCalendar(sandbox, account, c.req.param("calendarId")), account));
  });

  app.post("/calendar/v3/freeBusy", async (c) => {
    const account = requireScope(sandbox, c, calendarScopes.freeBusy);
    return answer(c, queryFreeBusy(sandbox, account, await readJsonBody(c)));
  });

  app.post("/calendar/v3/channels/stop", async (c) => {
    const account = requireScope(sandbox, c, calendarScopes.stopChannel);
    stopChannel(sandbox, account, await readJsonBody(c));
    return c.body(null, 204);
  });

  app.get("/calendar/v3/colors", (c) => {
    requireScope(sandbox, c, calendarScopes.colors);
    return answer(c, { kind: "calendar#colors", updated: "2012-02-14T00:00:00.000Z", calendar: colours, event: colours });
  });

  app.get("/calendar/v3/users/me/settings", (c) => {
    const account = requireScope(sandbox, c, calendarScopes.settings);
    const timeZone = sandbox.state.google.calendars[account]?.timeZone ?? "UTC";
    const settings = { timezone: timeZone, locale: "en", weekStart: "1", format24HourTime: "true" };
    return answer(c, {
      kind: "calendar#settings", etag: '"s1"',
      items: Object.entries(settings).map(([id, value]) => ({ kind: "calendar#setting", etag: '"s1"', id, value })),
    });
  });

  return app;
}
