import type { Sandbox } from "../../sandbox-context";
import { notFound } from "../google-error";
import type { AccessRole, StoredCalendar } from "./stored-calendar";

/** Adds a calendar; the primary's id is the account's e-mail. */
export function addCalendar(sandbox: Sandbox, input: { id: string; account: string; summary: string; timeZone: string; primary: boolean }): StoredCalendar {
  const calendar: StoredCalendar = { ...input, sharedWith: {}, changes: 0, syncEpoch: 1, events: {} };
  sandbox.state.google.calendars[calendar.id] = calendar;
  sandbox.changed();
  return calendar;
}

export const roleOf = (calendar: StoredCalendar, account: string): AccessRole | undefined =>
  calendar.account === account ? "owner" : calendar.sharedWith[account];

export const calendarsOf = (sandbox: Sandbox, account: string) =>
  Object.values(sandbox.state.google.calendars).filter((calendar) => roleOf(calendar, account));

export const findCalendar = (sandbox: Sandbox, account: string, id: string): StoredCalendar | undefined =>
  sandbox.state.google.calendars[id === "primary" ? account : id];

/** The calendar as this account may see it; 404 for everybody else's, as Google answers. */
export function getCalendar(sandbox: Sandbox, account: string, id: string): StoredCalendar {
  const calendar = findCalendar(sandbox, account, id);
  if (!calendar || !roleOf(calendar, account)) throw notFound();
  return calendar;
}
