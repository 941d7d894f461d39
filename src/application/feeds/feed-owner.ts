import type { AppContext } from "@/application/shared/context";
import { authorize } from "@/application/shared/authorize";
import { AppError } from "@/application/shared/errors";

/** Whose appointments a feed shows. */
export type FeedOwner = { readonly kind: "provider"; readonly providerId: string } | { readonly kind: "patient"; readonly userId: string } | { readonly kind: "series"; readonly seriesId: string };

/** The actor as owner of feeds: of their own appointments, or of the series behind their link. Throws NOT_ALLOWED, NOT_AUTHENTICATED, LINK_INVALID. */
export function feedOwner(app: AppContext, of: FeedOwner["kind"]): FeedOwner {
  const { actor } = app;
  if (of === "series") {
    if (actor.kind !== "link") throw new AppError("LINK_INVALID");
    authorize(actor, "feed.manage", { seriesId: actor.seriesId });
    return { kind: "series", seriesId: actor.seriesId };
  }
  if (actor.kind !== "user") throw new AppError("NOT_AUTHENTICATED");
  if (of === "patient") {
    authorize(actor, "feed.manage", { patientUserId: actor.userId });
    return { kind: "patient", userId: actor.userId };
  }
  if (actor.providerId === null) throw new AppError("NOT_ALLOWED");
  authorize(actor, "feed.manage", { providerId: actor.providerId });
  return { kind: "provider", providerId: actor.providerId };
}

/** The owner's column of a feed's row. */
export function ownerColumn(owner: FeedOwner): { providerId: string } | { userId: string } | { seriesId: string } {
  switch (owner.kind) {
    case "provider":
      return { providerId: owner.providerId };
    case "patient":
      return { userId: owner.userId };
    case "series":
      return { seriesId: owner.seriesId };
  }
}
