import { z } from "zod";
import { requestSignInLink } from "@/application/sign-in/request-sign-in-link";
import { RequestSignInLinkInput } from "@/application/sign-in/sign-in-schemas";
import { publicProcedure, router } from "../init";

export const signInRouter = router({
  requestLink: publicProcedure.input(RequestSignInLinkInput).output(z.object({ minutes: z.int() })).mutation(({ ctx, input }) => requestSignInLink(ctx.app, input)),
});
