import type { Sandbox } from "../sandbox-context";

/** Changes whenever a page would look different. */
export function pageVersion(sandbox: Sandbox): string {
  const { google, messages } = sandbox.state;
  const changes = Object.values(google.calendars).reduce((sum, calendar) => sum + calendar.changes, 0);
  const events = messages.reduce((sum, message) => sum + message.events.length, 0);
  return `${changes}.${messages.length}.${events}`;
}
