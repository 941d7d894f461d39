import { Hono } from "hono";
import { z } from "zod";
import { ensureAccount } from "../google/accounts";
import { addCalendar, calendarsOf } from "../google/calendar/calendars";
import { isTimeZone } from "../google/calendar/zoned-time";
import { accessTokenSeconds, addConsent, createGrant, expireAccessTokens, issueAccessToken, revokeAccess } from "../google/oauth/grants";
import { canonicalScope } from "../google/oauth/scopes";
import type { Sandbox, SandboxEnv } from "../sandbox-context";
import { randomBase32Hex } from "../store/random-id";
import { calendarOf } from "./calendar-routes";
import { InputError, readInput, readJsonInput } from "./read-input";

const Account = z.strictObject({ account: z.string() });
const AccountInput = z.strictObject({ email: z.email(), name: z.string().min(1), timeZone: z.string().refine(isTimeZone, "an IANA time zone") });
const GrantInput = z.strictObject({ account: z.string(), scopes: z.array(z.string()).min(1) });
const CalendarInput = z.strictObject({ account: z.string(), summary: z.string().min(1), timeZone: z.string().refine(isTimeZone, "an IANA time zone").optional() });
const ConferencesInput = z.strictObject({ account: z.string(), calendar: z.string().default("primary"), mode: z.enum(["working", "refused", "failing"]) });
const ListingInput = z.strictObject({ account: z.string(), calendar: z.string(), mode: z.enum(["listed", "hidden", "removed"]) });
const ShareInput = z.strictObject({ account: z.string(), calendar: z.string().default("primary"), with: z.string(), role: z.enum(["none", "freeBusyReader", "reader", "writer", "owner"]) });

/** Switches for what happens at Google behind the app's back. */
export function googleInspectorRoutes(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();
  const { google } = sandbox.state;
  const knownAccount = ({ account }: { account: string }) => {
    calendarOf(sandbox, { account });
    return account;
  };

  /** Somebody opens a Google account. */
  app.post("/_sandbox/google/accounts", async (c) => {
    const account = await readJsonInput(AccountInput, c.req);
    ensureAccount(sandbox, account);
    return c.json(account, 201);
  });

  app.post("/_sandbox/google/grants", async (c) => {
    const input = await readJsonInput(GrantInput, c.req);
    const account = knownAccount(input);
    const scopes = input.scopes.map((scope) => {
      const canonical = canonicalScope(scope);
      if (!canonical) throw new InputError({ scopes: `Google has no scope ${scope}` });
      return canonical;
    });
    const clientId = sandbox.options.googleClientId;
    addConsent(sandbox, account, clientId, scopes);
    const grant = createGrant(sandbox, { account, clientId, scopes, withRefreshToken: true });
    return c.json({ accessToken: issueAccessToken(sandbox, grant), refreshToken: grant.refreshToken, expiresIn: accessTokenSeconds }, 201);
  });

  app.post("/_sandbox/google/revoke", async (c) => c.json({ revoked: revokeAccess(sandbox, knownAccount(await readJsonInput(Account, c.req))) }));
  app.post("/_sandbox/google/expire-tokens", async (c) => c.json({ expired: expireAccessTokens(sandbox, knownAccount(await readJsonInput(Account, c.req))) }));

  app.get("/_sandbox/google/refreshes", (c) => {
    const account = knownAccount(readInput(Account, c.req.query()));
    return c.json({ count: google.refreshes[account] ?? 0 });
  });

  app.post("/_sandbox/google/invalidate-sync-tokens", async (c) => {
    const account = knownAccount(await readJsonInput(Account, c.req));
    for (const calendar of calendarsOf(sandbox, account)) calendar.syncEpoch += 1;
    sandbox.changed();
    return c.body(null, 204);
  });

  app.get("/_sandbox/google/channels", (c) => c.json({ channels: google.channels }));

  /** The channel ends now, without a word to anybody. */
  app.delete("/_sandbox/google/channels/:id", (c) => {
    google.channels = google.channels.filter(({ id }) => id !== c.req.param("id"));
    sandbox.changed();
    return c.body(null, 204);
  });

  app.post("/_sandbox/google/calendars", async (c) => {
    const input = await readJsonInput(CalendarInput, c.req);
    const primary = calendarOf(sandbox, input);
    const id = `${randomBase32Hex(26)}@group.calendar.google.com`;
    const calendar = addCalendar(sandbox, { id, account: input.account, summary: input.summary, timeZone: input.timeZone ?? primary.timeZone, primary: false });
    return c.json({ id: calendar.id, summary: calendar.summary, timeZone: calendar.timeZone }, 201);
  });

  /** Meet links of one calendar: allowed and made, refused, or begun and never made. */
  app.post("/_sandbox/google/conferences", async (c) => {
    const { mode, ...asked } = await readJsonInput(ConferencesInput, c.req);
    const calendar = calendarOf(sandbox, asked);
    if (mode === "working") delete calendar.conferences;
    else calendar.conferences = mode;
    sandbox.changed();
    return c.json({ calendar: calendar.id, mode });
  });

  /** A person hides a calendar from their list, takes it off the list, or puts it back. */
  app.post("/_sandbox/google/listing", async (c) => {
    const { mode, ...asked } = await readJsonInput(ListingInput, c.req);
    const calendar = calendarOf(sandbox, asked);
    const { [asked.account]: _, ...others } = calendar.listing ?? {};
    calendar.listing = mode === "listed" ? others : { ...others, [asked.account]: mode };
    sandbox.changed();
    return c.json({ calendar: calendar.id, mode });
  });

  app.post("/_sandbox/google/share", async (c) => {
    const input = await readJsonInput(ShareInput, c.req);
    const calendar = calendarOf(sandbox, input);
    if (input.role === "none") delete calendar.sharedWith[input.with];
    else calendar.sharedWith[input.with] = input.role;
    sandbox.changed();
    return c.json({ calendar: calendar.id, sharedWith: calendar.sharedWith });
  });

  return app;
}
