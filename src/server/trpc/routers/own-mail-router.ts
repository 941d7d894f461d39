import { getOwnMail } from "@/application/own-mail/get-own-mail";
import { OwnMailView, TurnOnOwnMailInput } from "@/application/own-mail/own-mail-schemas";
import { turnOffOwnMail } from "@/application/own-mail/turn-off-own-mail";
import { turnOnOwnMail } from "@/application/own-mail/turn-on-own-mail";
import { providerProcedure, router } from "@/server/trpc/init";

/** Whether a provider's e-mails to patients come from their own address. */
export const ownMailRouter = router({
  status: providerProcedure.output(OwnMailView).query(({ ctx }) => getOwnMail(ctx.app, ctx.app.actor.providerId)),
  turnOn: providerProcedure.input(TurnOnOwnMailInput).mutation(({ ctx, input }) => turnOnOwnMail(ctx.app, input)),
  turnOff: providerProcedure.mutation(({ ctx }) => turnOffOwnMail(ctx.app, ctx.app.actor.providerId)),
});
