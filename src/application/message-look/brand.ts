import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { brandColours, readColour } from "@/domain/messages/brand-colours";
import { oneLine } from "@/domain/messages/safe-text";
import { loadLook } from "./load-look";
import type { BrandView, LookRefInput, SetBrandInput } from "./look-schemas";

/** How a clinic's messages look. Throws NOT_ALLOWED, NOT_FOUND. */
export async function getBrand(app: AppContext, { organizationId }: LookRefInput): Promise<BrandView> {
  authorize(app.actor, "message.style", { organizationId });
  const organization = await app.db.organization.findUnique({ where: { id: organizationId }, select: { email: true, brand: { select: { colour: true, replyTo: true, footerLines: true } } } });
  if (organization === null) throw new AppError("NOT_FOUND");
  const { brand, email: clinicEmail } = organization;
  const look = await loadLook(app, organizationId);
  return { organizationId, fields: { colour: brand?.colour ?? "", replyTo: brand?.replyTo ?? "", footerLines: brand?.footerLines ?? [] }, colours: look.brand.colours, logo: look.brand.logo, clinicEmail };
}

/** Keeps a clinic's colour, reply address and footer. Throws NOT_ALLOWED, VALIDATION_FAILED naming what is allowed. */
export async function setBrand(app: AppContext, { organizationId, ...fields }: SetBrandInput): Promise<BrandView> {
  authorize(app.actor, "message.style", { organizationId });
  const colour = fields.colour === "" ? null : readColour(fields.colour);
  if (colour === null && fields.colour !== "") throw new AppError("VALIDATION_FAILED", { fields: [{ field: "colour", message: "must be a colour such as #006d6b" }] });
  const footerLines = fields.footerLines.map((line) => oneLine(line)).filter((line) => line !== "");
  const data = { colour, replyTo: fields.replyTo || null, footerLines, updatedAt: new Date(app.clock.now()) };
  await inTransaction(app, async (tx) => {
    await tx.messageBrand.upsert({ where: { organizationId }, create: { organizationId, ...data }, update: data });
    await audit(tx, app.actor, { action: "organization.set-message-brand", subjectKind: "organization", subjectId: organizationId, after: { colour, isAdjusted: colour !== null && brandColours(colour).isAdjusted, ownReplyTo: data.replyTo !== null, footerLines: footerLines.length } });
  });
  return getBrand(app, { organizationId });
}
