import { createHash } from "node:crypto";
import type { SandboxAccount } from "../sandbox-options";
import type { Sandbox } from "../sandbox-context";
import { randomBase32Hex } from "../store/random-id";
import { addCalendar } from "./calendar/calendars";

/** Makes an account and its calendars, keeping what is there already. */
export function ensureAccount(sandbox: Sandbox, { email, name, timeZone, claims, calendars = [] }: SandboxAccount): void {
  const { google } = sandbox.state;
  if (!google.accounts.some((account) => account.email === email)) {
    const sub = `1${BigInt(`0x${createHash("sha256").update(email).digest("hex").slice(0, 16)}`)}`.padEnd(21, "0");
    google.accounts.push({ email, name, timeZone, sub, ...(claims && { claims }) });
  }
  if (!google.calendars[email]) addCalendar(sandbox, { id: email, account: email, summary: email, timeZone, primary: true });
  for (const extra of calendars) {
    const exists = Object.values(google.calendars).some((calendar) => calendar.account === email && calendar.summary === extra.summary);
    if (exists) continue;
    addCalendar(sandbox, { id: `${randomBase32Hex(26)}@group.calendar.google.com`, account: email, summary: extra.summary, timeZone: extra.timeZone ?? timeZone, primary: false });
  }
}
