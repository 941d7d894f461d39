/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { Sandbox, SandboxEnv } from "../sandbox-context";
import { calendarPageRoutes } from "./calendar-page-routes";
import { filesPageRoutes } from "./files-page-routes";
import { inboxRoutes } from "./inbox-routes";
import { Page } from "./page";
import { pageVersion } from "./page-version";

/** What a person sees: the index, the calendars and the inbox. */
export function pageRoutes(sandbox: Sandbox) {
  const app = new Hono<SandboxEnv>();
  app.get("/_sandbox/page-version", (c) => c.text(pageVersion(sandbox)));
  app.get("/", (c) => c.html(
    <Page title="Sandbox">
      <h1>Sandbox</h1>
      <p class="muted">Stands in for Google, Twilio and SendGrid on this machine. Nothing leaves it.</p>
      <div class="grid">
        <a class="card" href="/inbox"><h2>Inbox</h2><span class="muted">{sandbox.state.messages.length} messages: e-mail, SMS, WhatsApp</span></a>
        <a class="card" href="/files"><h2>Calendar files</h2><span class="muted">An .ics file to edit here and read by its address</span></a>
        {sandbox.state.google.accounts.map((account) => (
          <a class="card" href={`/calendar?account=${encodeURIComponent(account.email)}`}>
            <h2>{account.name}</h2>
            <span class="muted">{account.email}<br />{account.timeZone}</span>
          </a>
        ))}
      </div>
      <h2>Addresses</h2>
      <dl>
        <dt>Google</dt><dd><code>{sandbox.origin}</code></dd>
        <dt>Twilio</dt><dd><code>{sandbox.origin}/twilio</code></dd>
        <dt>SendGrid</dt><dd><code>{sandbox.origin}/sendgrid</code></dd>
        <dt>Inspector</dt><dd><a href="/_sandbox/config">settings</a>, <a href="/_sandbox/requests">calls</a>, <a href="/_sandbox/messages">messages</a>, <a href="/_sandbox/faults">faults</a>, <a href="/_sandbox/webhooks">webhooks sent</a></dd>
      </dl>
    </Page>,
  ));
  app.route("/", calendarPageRoutes(sandbox));
  app.route("/", inboxRoutes(sandbox));
  app.route("/", filesPageRoutes(sandbox));
  return app;
}
