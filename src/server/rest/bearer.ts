import { findLinkActor } from "@/application/booking/manage-link";
import { actingAs, type AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";

/** The context of whoever holds the manage token sent as a bearer token. Throws NOT_AUTHENTICATED without one, LINK_INVALID for a bad one. */
export async function actingAsBearer(app: AppContext, headers: Headers): Promise<AppContext> {
  const token = /^bearer +(\S+)$/i.exec(headers.get("authorization")?.trim() ?? "")?.[1];
  if (token === undefined) throw new AppError("NOT_AUTHENTICATED", { message: "Send the booking's manage token in the header “Authorization: Bearer”." });
  const actor = await findLinkActor(app, token);
  if (actor === null) throw new AppError("LINK_INVALID", { message: "This manage token is not valid or has expired." });
  return actingAs(app, actor);
}
