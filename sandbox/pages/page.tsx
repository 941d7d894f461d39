/** @jsxImportSource hono/jsx */
import { raw } from "hono/html";
import type { PropsWithChildren } from "hono/jsx";
import { styles } from "./styles";

interface PageProps {
  title: string;
  /** Without the navigation, as the vendor's own page. */
  bare?: boolean;
  /** Seconds; the page reloads only while nobody is typing in it. */
  refreshEvery?: number;
}

const gentleRefresh = (seconds: number) => `
let last = document.body.dataset.version;
setInterval(async () => {
  if (document.hidden || document.querySelector("details[open] form, dialog[open]")) return;
  const active = document.activeElement;
  if (active && ["INPUT", "TEXTAREA", "SELECT", "IFRAME"].includes(active.tagName)) return;
  const answer = await fetch("/_sandbox/page-version").then((r) => r.ok ? r.text() : last, () => last);
  if (answer !== last) { last = answer; location.reload(); }
}, ${seconds * 1000});`;

/** The frame of every page. */
export const Page = ({ title, bare, refreshEvery, version, children }: PropsWithChildren<PageProps & { version?: string }>) => (
  <>
  {raw("<!DOCTYPE html>")}
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title} · Sandbox</title>
      <link rel="icon" href="data:," />
      <style>{raw(styles)}</style>
    </head>
    <body data-version={version}>
      {!bare && (
        <header>
          <nav aria-label="Sandbox">
            <a class="brand" href="/">Sandbox</a>
            <a href="/calendar">Calendars</a>
            <a href="/inbox">Inbox</a>
            <a href="/files">Files</a>
          </nav>
        </header>
      )}
      <main>{children}</main>
      {refreshEvery ? <script>{raw(gentleRefresh(refreshEvery))}</script> : null}
    </body>
  </html>
  </>
);
