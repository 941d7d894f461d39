import { googleErrorBody } from "../google/google-error";
import { sendgridErrorBody } from "../sendgrid/sendgrid-error";
import { twilioErrorBody } from "../twilio/twilio-error";
import type { Fault } from "./fault-list";

const googleReasons: Record<number, [reason: string, message: string]> = {
  400: ["badRequest", "Bad Request"],
  401: ["authError", "Invalid Credentials"],
  403: ["rateLimitExceeded", "Rate Limit Exceeded"],
  404: ["notFound", "Not Found"],
  409: ["duplicate", "The requested identifier already exists."],
  410: ["fullSyncRequired", "Sync token is no longer valid, a full sync is required."],
  412: ["conditionNotMet", "Precondition Failed"],
  429: ["rateLimitExceeded", "Rate Limit Exceeded"],
};

const twilioCodes: Record<number, [code: number, message: string]> = {
  401: [20003, "Authenticate"],
  404: [20404, "The requested resource was not found"],
  429: [20429, "Too Many Requests"],
};

/** The body the vendor itself would send with this status. */
export function defaultFaultBody(fault: Fault, status: number, path: string): unknown {
  if (fault.vendor === "twilio") {
    const [code, message] = twilioCodes[status] ?? [20500, "An internal server error has occurred"];
    return twilioErrorBody(status, code, message);
  }
  if (fault.vendor === "sendgrid") return sendgridErrorBody([{ message: status === 429 ? "too many requests" : "internal error" }]);
  if (path.startsWith("/token") || path.startsWith("/revoke")) {
    return { error: fault.reason ?? (status === 400 ? "invalid_grant" : "internal_failure"), error_description: fault.reason ?? "Fault" };
  }
  const [reason, message] = googleReasons[status] ?? ["backendError", "Backend Error"];
  const usage = (fault.reason ?? reason).endsWith("LimitExceeded");
  return googleErrorBody(status, fault.reason ?? reason, message, usage ? "usageLimits" : "global");
}
