import { findLinkActor } from "@/application/booking/manage-link";
import { setMessageWishes } from "@/application/messages/message-wishes";
import { actingAs } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { getContainer } from "./container";
import { plainRefusal } from "./plain-refusal";
import { countRequest } from "./rate-limit";
import { routeContext } from "./route-context";

const PRIVATE = { "cache-control": "no-store", "referrer-policy": "no-referrer", "x-robots-tag": "noindex", "content-type": "text/plain; charset=utf-8" };

/** Ends reminders when a mail program asks for it with one click (RFC 8058). Asking again changes nothing. */
export async function unsubscribeAnswer(request: Request, manageToken: string): Promise<Response> {
  const { app } = await routeContext(request);
  try {
    await countRequest(getContainer(), app.actor, "write");
    const actor = await findLinkActor(app, manageToken);
    if (actor?.kind !== "link") throw new AppError("NOT_FOUND", { message: "This link is not valid or has expired. Ask the clinic for a new one." });
    await setMessageWishes(actingAs(app, actor), { reminders: "NONE" });
    return new Response("You will get no more reminders. Confirmations and changes of your visits still reach you.", { headers: PRIVATE });
  } catch (error) {
    return plainRefusal(app, error, "unsubscribing failed", PRIVATE);
  }
}
