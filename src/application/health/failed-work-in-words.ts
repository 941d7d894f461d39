import { explainFailure } from "@/application/calendar/explain-failure";
import { IntegrationError, type IntegrationErrorKind } from "@/application/shared/errors";
import { failureSentence } from "@/domain/messages/failure-sentence";

/** As `IntegrationError` writes itself: "google events.list: rate-limited (rateLimitExceeded)". */
const WRITTEN = /^(google|twilio|sendgrid|blob|calendar-link) (\S+): ([a-z-]+)(?: \((.*)\))?$/;

const KINDS: readonly IntegrationErrorKind[] = ["auth", "rate-limited", "not-found", "conflict", "cursor-expired", "transient", "permanent"];

const OTHERS = { blob: "The file store did not do what was asked of it.", "calendar-link": "A calendar that is read by its link could not be fetched." } as const;

/** What the worker noted of a failure, as a sentence for administrators, in the words of the sync page and of the delivery log. */
export function failedWorkInWords(noted: string): string {
  const [, vendor, operation = "", written, code] = WRITTEN.exec(noted.trim()) ?? [];
  const kind = KINDS.find((known) => known === written);
  if (vendor === undefined || kind === undefined) return "Something in MedBookings itself went wrong. The worker's log has the whole story.";
  if (vendor === "twilio" || vendor === "sendgrid") return failureSentence(code, vendor);
  if (vendor === "google") return explainFailure(new IntegrationError({ vendor, operation, kind, ...(code !== undefined && { code }) }));
  return vendor === "blob" ? OTHERS.blob : OTHERS["calendar-link"];
}
