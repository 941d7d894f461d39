import type { AppContext } from "@/application/shared/context";
import { ERRORS } from "@/application/shared/errors";
import { describeError } from "./describe-error";

/** An error as one sentence of plain text, for programs that fetch files. Unknown ones are logged as `event`. */
export function plainRefusal(app: Pick<AppContext, "log" | "requestId">, error: unknown, event: string, headers: Readonly<Record<string, string>>): Response {
  const { code, message, details } = describeError(error, app.requestId);
  if (ERRORS[code].log === "error") app.log.error({ err: error }, event);
  const answer = new Response(message, { status: ERRORS[code].http, headers: { ...headers, "content-type": "text/plain; charset=utf-8" } });
  if (details.retryAfterSeconds !== undefined) answer.headers.set("retry-after", String(details.retryAfterSeconds));
  return answer;
}
