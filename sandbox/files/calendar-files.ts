import { createHash } from "node:crypto";
import type { Sandbox } from "../sandbox-context";
import type { CalendarFile } from "../store/sandbox-state";

export const fileName = /^[a-z0-9][a-z0-9-]{0,60}\.ics$/;

/** A practice's rota as another program would publish it: a weekly meeting in Berlin and a day off. */
const example = (now: number) => {
  const day = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");
  return [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sandbox//Calendar files//EN", "X-WR-CALNAME:Hospital rota", "X-WR-TIMEZONE:Europe/Berlin",
    "BEGIN:VEVENT", "UID:rounds@sandbox", "DTSTAMP:20261101T000000Z", `DTSTART;TZID=Europe/Berlin:${day(-7)}T100000`, `DTEND;TZID=Europe/Berlin:${day(-7)}T110000`, "RRULE:FREQ=WEEKLY", "SUMMARY:Ward rounds", "END:VEVENT",
    "BEGIN:VEVENT", "UID:day-off@sandbox", "DTSTAMP:20261101T000000Z", `DTSTART;VALUE=DATE:${day(10)}`, "SUMMARY:Day off", "END:VEVENT",
    "END:VCALENDAR", "",
  ].join("\r\n");
};

/** All files; the first look finds an example. */
export function filesOf(sandbox: Sandbox): Record<string, CalendarFile> {
  sandbox.state.files ??= { "rota.ics": { ics: example(Date.now()), changedAt: Date.now() } };
  return sandbox.state.files;
}

/** Lines as RFC 5545 wants them, whatever the editor sent. */
export function saveFile(sandbox: Sandbox, name: string, ics: string): CalendarFile {
  const file = { ics: ics.replace(/\r\n|\r|\n/g, "\r\n"), changedAt: Date.now() };
  filesOf(sandbox)[name] = file;
  sandbox.changed();
  return file;
}

export function removeFile(sandbox: Sandbox, name: string): boolean {
  const files = filesOf(sandbox);
  if (files[name] === undefined) return false;
  delete files[name];
  sandbox.changed();
  return true;
}

export const etagOf = ({ ics }: CalendarFile): string => `"${createHash("sha256").update(ics).digest("hex").slice(0, 32)}"`;
