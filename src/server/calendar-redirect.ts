import type { CalendarProblem } from "@/application/calendar/calendar-schemas";
import { RETURN_TO } from "@/application/calendar/start-calendar-connection";

/** An answer that no cache keeps and whose address reaches nobody else: it may hold a state or come from one with a code. */
export const redirectTo = (location: string): Response => new Response(null, { status: 302, headers: { location, "cache-control": "no-store", "referrer-policy": "no-referrer" } });

/** Back to the page the consent was started from, saying how it went. */
export function backToIntegrations(publicOrigin: string, outcome: { returnTo?: string; problem: CalendarProblem | null }): Response {
  const target = new URL(outcome.returnTo ?? RETURN_TO, publicOrigin);
  if (outcome.problem === null) target.searchParams.set("connected", "1");
  else target.searchParams.set("problem", outcome.problem);
  return redirectTo(target.toString());
}
