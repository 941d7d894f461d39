import { CLIENT_REFUSED, type IntegrationError } from "@/application/shared/errors";

/** We stopped ourselves before Google would have. */
const OWN_QUOTA = "own-quota";

const WRITES = /insert|patch|delete/;

/** In words for the provider, and by which health knows it. */
export const CLIENT_REFUSED_SENTENCE = "Google does not accept this installation's own credentials. Whoever runs it has to put them right; then it goes on by itself.";

/** Google's reasons in words, where they help. https://developers.google.com/workspace/calendar/api/guides/errors */
const REFUSALS: Readonly<Record<string, string>> = {
  forbiddenForServiceAccounts: ": a service account may not invite guests here",
  insufficientPermissions: ": this account gave us no permission to do that",
  forbiddenForNonOrganizer: ": only the organizer may change this event",
  quotaExceeded: ": the account has used up what Google allows it",
};

const LACKS_ACCESS: ReadonlySet<string | undefined> = new Set(["forbidden", "requiredAccessLevel"]);

/** Why Google work is not done, in words for the provider. Google's own code stays in the log. */
export function explainFailure(error: IntegrationError): string {
  const { kind, code, operation } = error.failure;
  switch (kind) {
    case "auth":
      return "Google no longer accepts our access to this account. Connect it again and nothing is lost.";
    case "rate-limited":
      return code === OWN_QUOTA ? "Many calendars are at work at once. It is this one's turn again in a minute." : "Google asked us to slow down. We try again by ourselves.";
    case "transient":
      if (code === CLIENT_REFUSED) return CLIENT_REFUSED_SENTENCE;
      return code === undefined ? "Google could not be reached. We try again by ourselves." : "Google has a problem of its own. We try again by ourselves.";
    case "conflict":
    case "cursor-expired":
      return "Google gave no usable answer. We try again by ourselves.";
    case "not-found":
      return "Google says that this calendar or event no longer exists, or is no longer shared with this account.";
    case "permanent":
      return `Google refused${LACKS_ACCESS.has(code) ? `: this account may not ${WRITES.test(operation) ? "write to" : "read"} this calendar` : (REFUSALS[code ?? ""] ?? "")}. Trying again does not help; choose another calendar or connect the account again.`;
  }
}

/** A dead grant waits for the provider, a refusal or a lost calendar for a person; all else for time. */
export const isWorthRetrying = (error: IntegrationError): boolean => error.kind !== "auth" && !isFinal(error);

/** Whether trying again cannot help. */
export const isFinal = (error: IntegrationError): boolean => error.kind === "permanent" || error.kind === "not-found";
