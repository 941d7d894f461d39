import { PEOPLE, PROVIDERS } from "../../prisma/seed/world";

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly role: "provider" | "administrator" | "manager" | "front-desk" | "patient" | "newcomer";
  readonly providerSlug?: string;
  readonly calendarConnected: boolean;
}

/** Everybody who can sign in to the demonstration, through the sandbox's Google. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  ...PROVIDERS.map((person): DemoAccount => ({ email: person.email, name: person.name, role: "provider", providerSlug: person.slug, calendarConnected: person.isCalendarConnected ?? false })),
  { ...nameOf(PEOPLE.administrator), role: "administrator", calendarConnected: false },
  { ...nameOf(PEOPLE.manager), role: "manager", calendarConnected: false },
  { ...nameOf(PEOPLE.frontDesk), role: "front-desk", calendarConnected: false },
  ...PEOPLE.patients.map((person): DemoAccount => ({ ...nameOf(person), role: "patient", calendarConnected: false })),
  { ...nameOf(PEOPLE.newcomer), role: "newcomer", calendarConnected: false },
];

function nameOf({ email, name }: { email: string; name: string }): { email: string; name: string } {
  return { email, name };
}
