import { uuidv7 } from "uuidv7";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { readImage } from "@/domain/messages/read-image";
import { randomToken } from "@/platform/crypto";
import { getBrand } from "./brand";
import { LOGO_BYTES, type BrandView, type LookRefInput, type SetLogoInput } from "./look-schemas";

const LARGEST_SIDE = 4_000;

/**
 * Keeps a clinic's picture, known by its bytes and not by its name: PNG, JPEG or WebP, at most 150 kB and 4,000 pixels a side.
 * Throws NOT_ALLOWED, VALIDATION_FAILED.
 */
export async function setLogo(app: AppContext, { organizationId, base64 }: SetLogoInput): Promise<BrandView> {
  authorize(app.actor, "message.style", { organizationId });
  const bytes = new Uint8Array(Buffer.from(base64, "base64"));
  const image = readImage(bytes);
  if (image === null) throw refused("must be a PNG, JPEG or WebP picture");
  if (bytes.byteLength > LOGO_BYTES) throw refused("must be at most 150 kB");
  if (Math.max(image.width, image.height) > LARGEST_SIDE) throw refused(`must be at most ${LARGEST_SIDE} pixels wide and high`);
  const logoId = uuidv7();
  const updatedAt = new Date(app.clock.now());
  await inTransaction(app, async (tx) => {
    await tx.brandLogo.create({ data: { id: logoId, organizationId, publicKey: randomToken(), ...image, bytes, createdAt: updatedAt } });
    await tx.messageBrand.upsert({ where: { organizationId }, create: { organizationId, logoId, updatedAt }, update: { logoId, updatedAt } });
    await audit(tx, app.actor, { action: "organization.set-logo", subjectKind: "organization", subjectId: organizationId, after: { logoId, ...image, bytes: bytes.byteLength } });
  });
  return getBrand(app, { organizationId });
}

/** Goes back to the mark. Messages already sent keep their picture. Throws NOT_ALLOWED. */
export async function removeLogo(app: AppContext, { organizationId }: LookRefInput): Promise<BrandView> {
  authorize(app.actor, "message.style", { organizationId });
  await inTransaction(app, async (tx) => {
    const { count } = await tx.messageBrand.updateMany({ where: { organizationId, logoId: { not: null } }, data: { logoId: null, updatedAt: new Date(app.clock.now()) } });
    if (count > 0) await audit(tx, app.actor, { action: "organization.remove-logo", subjectKind: "organization", subjectId: organizationId });
  });
  return getBrand(app, { organizationId });
}

/** A picture under its public key; null when there is none. Everybody who gets a message may see it. */
export const findLogo = ({ db }: Pick<AppContext, "db">, publicKey: string) => db.brandLogo.findUnique({ where: { publicKey }, select: { mediaType: true, bytes: true } });

const refused = (message: string) => new AppError("VALIDATION_FAILED", { fields: [{ field: "logo", message }] });
