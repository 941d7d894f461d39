import { findLinkActor } from "@/application/booking/manage-link";
import { endReminders } from "@/application/messages/end-reminders";
import { actingAs } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { getContainer } from "./container";
import { plainRefusal } from "./plain-refusal";
import { countRequest } from "./rate-limit";
import { routeContext } from "./route-context";

const PRIVATE = { "cache-control": "no-store", "referrer-policy": "no-referrer", "x-robots-tag": "noindex", "content-type": "text/plain; charset=utf-8" };

const ENDED = { address: "You will get no more reminders at this address.", visit: "You will get no more reminders of this visit." };

/** Ends reminders when a mail program asks for it with one click (RFC 8058). Asking again changes nothing. */
export async function unsubscribeAnswer(request: Request, manageToken: string): Promise<Response> {
  const { app } = await routeContext(request);
  try {
    await countRequest(getContainer(), app.actor, "write");
    const actor = await findLinkActor(app, manageToken);
    if (actor?.kind !== "link") throw new AppError("NOT_FOUND", { message: "This link is not valid or has expired. Ask the clinic for a new one." });
    const ended = await endReminders(actingAs(app, actor), new URL(request.url).searchParams.get("mail"));
    return new Response(`${ENDED[ended.of]} Confirmations and changes still reach you.`, { headers: PRIVATE });
  } catch (error) {
    return plainRefusal(app, error, "unsubscribing failed", PRIVATE);
  }
}
