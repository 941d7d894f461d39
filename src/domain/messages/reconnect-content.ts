import type { EmailContent } from "./email-content";

/** Tells a provider that Google no longer lets us read and write their calendar. */
export function reconnectContent(facts: { readonly providerName: string; readonly accountEmail: string; readonly integrationsUrl: string; readonly clinic: EmailContent["footer"] }): EmailContent {
  return {
    language: "en",
    subject: "Please connect your Google Calendar again",
    preheader: "Until then, bookings do not appear in Google and busy times are not read.",
    heading: "Your calendar needs you for a moment",
    greeting: `Hello ${facts.providerName},`,
    lines: [
      `Google has ended our access to the calendar of ${facts.accountEmail}. This happens after a changed password, or when access was withdrawn.`,
      "Patients can still book, and nothing is lost. Until you connect again, new bookings do not appear in Google, and what you add there does not block times here.",
    ],
    when: null,
    where: null,
    button: { label: "Connect again", url: facts.integrationsUrl },
    how: ["It takes three clicks. Everything that has changed meanwhile is then brought in line by itself."],
    link: null,
    wishes: null,
    signature: "MedBookings",
    footer: facts.clinic,
  };
}
