import { findLinkActor } from "@/application/booking/manage-link";
import { bookingInvite } from "@/application/messages/booking-invite";
import { actingAs } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { getContainer } from "./container";
import { plainRefusal } from "./plain-refusal";
import { countRequest } from "./rate-limit";
import { routeContext } from "./route-context";

const PRIVATE = { "cache-control": "no-store", "referrer-policy": "no-referrer", "x-robots-tag": "noindex" };

/** The appointment behind a manage link as a calendar file; reads only. */
export async function inviteAnswer(request: Request, manageToken: string): Promise<Response> {
  const { app } = await routeContext(request);
  try {
    await countRequest(getContainer(), app.actor, "read");
    const actor = await findLinkActor(app, manageToken);
    if (actor?.kind !== "link") throw new AppError("NOT_FOUND", { message: "This link is not valid or has expired. Ask the clinic for a new one." });
    const { fileName, ics } = await bookingInvite(actingAs(app, actor), { seriesId: actor.seriesId });
    return new Response(ics, { headers: { ...PRIVATE, "content-type": "text/calendar; charset=utf-8; method=PUBLISH", "content-disposition": `attachment; filename="${fileName}"` } });
  } catch (error) {
    return plainRefusal(app, error, "calendar file failed", PRIVATE);
  }
}
