import { z } from "zod";
import { getBrand, setBrand } from "@/application/message-look/brand";
import { listManagedClinics } from "@/application/message-look/list-managed-clinics";
import { removeLogo, setLogo } from "@/application/message-look/logo";
import { BrandView, LookRefInput, ManagedClinic, SetBrandInput, SetLogoInput, SetWordingInput, WordedTemplates, WordingRefInput, WordingView } from "@/application/message-look/look-schemas";
import { previewChoices } from "@/application/message-look/preview-choices";
import { previewMessage } from "@/application/message-look/preview-message";
import { ClinicPreviewInput, MessagePreview, PreviewChoices, PreviewInput } from "@/application/message-look/preview-schemas";
import { getWording, listWordings, setWording } from "@/application/message-look/wording";
import { adminProcedure, router, staffProcedure } from "../init";

/** How a clinic's messages look and what they say, for those who manage it. */
export const messageLookRouter = router({
  clinics: staffProcedure.output(z.array(ManagedClinic)).query(({ ctx }) => listManagedClinics(ctx.app)),
  brand: staffProcedure.input(LookRefInput).output(BrandView).query(({ ctx, input }) => getBrand(ctx.app, input)),
  setBrand: staffProcedure.input(SetBrandInput).output(BrandView).mutation(({ ctx, input }) => setBrand(ctx.app, input)),
  setLogo: staffProcedure.input(SetLogoInput).output(BrandView).mutation(({ ctx, input }) => setLogo(ctx.app, input)),
  removeLogo: staffProcedure.input(LookRefInput).output(BrandView).mutation(({ ctx, input }) => removeLogo(ctx.app, input)),
  wordings: staffProcedure.input(LookRefInput).output(WordedTemplates).query(({ ctx, input }) => listWordings(ctx.app, input)),
  wording: staffProcedure.input(WordingRefInput).output(WordingView).query(({ ctx, input }) => getWording(ctx.app, input)),
  setWording: staffProcedure.input(SetWordingInput).output(WordingView).mutation(({ ctx, input }) => setWording(ctx.app, input)),
  preview: staffProcedure.input(ClinicPreviewInput).output(MessagePreview).query(({ ctx, input }) => previewMessage(ctx.app, input)),
});

/** Every message as it would look, for the platform's administrator. */
export const adminTemplatesRouter = router({
  choices: adminProcedure.output(PreviewChoices).query(({ ctx }) => previewChoices(ctx.app)),
  preview: adminProcedure.input(PreviewInput).output(MessagePreview).query(({ ctx, input }) => previewMessage(ctx.app, input)),
});
