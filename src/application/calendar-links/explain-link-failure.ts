import type { IntegrationError } from "@/application/shared/errors";

const SENTENCES: Readonly<Record<string, string>> = {
  "address-refused": "This address is not one of the public internet, so it is not read.",
  "not-https": "Only addresses that begin with https:// are read.",
  "too-many-redirects": "The address leads on and on to others. Use the one it ends at.",
  "too-large": "The calendar is larger than 5 MB, so it is not read. Publish a shorter span of it.",
  "too-intricate": "The calendar takes too long to understand, so it is not read. Publish a shorter span of it.",
  "too-slow": "The calendar's server took longer than ten seconds. We try again by ourselves.",
  "unreachable": "The calendar's server could not be reached. We try again by ourselves.",
  "not-a-calendar": "What is at this address is not a calendar we can read. Use the address of the .ics file, not of the page that shows it.",
  "refused": "The calendar's server does not let us in. The address must be readable without signing in.",
  "not-there": "There is no calendar at this address any more.",
  "busy": "The calendar's server asked us to slow down. We try again by ourselves.",
  "server-error": "The calendar's server has a problem. We try again by ourselves.",
};

/** Why a calendar by link was not read, in words for its owner. What was read before goes on blocking bookings. */
export const explainLinkFailure = (error: IntegrationError): string => SENTENCES[error.failure.code ?? ""] ?? "The calendar could not be read. We try again by ourselves.";
