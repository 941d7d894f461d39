import { BookingRefInput } from "@/application/booking/booking-schemas";
import { getOwnVisit, getVisitByLink } from "@/application/visits/get-visit";
import { VisitView } from "@/application/visits/visit-schemas";
import { linkProcedure, router, signedInProcedure } from "../init";

/** The way into video visits, for their patients. */
export const visitsRouter = router({
  byLink: linkProcedure.output(VisitView).query(({ ctx }) => getVisitByLink(ctx.app)),
  mine: signedInProcedure.input(BookingRefInput).output(VisitView).query(({ ctx, input }) => getOwnVisit(ctx.app, input)),
});
