import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { contactCard } from "@/domain/messages/contact-card";
import type { Tx } from "@/platform/db";
import { hashToken } from "@/platform/crypto";
import { patientCard } from "./patient-card";

/** The card behind an address as vCard 4.0: of the clinic for its patients, of the patient for the provider. The reading is audited. Throws NOT_FOUND, also when it has run out. */
export async function readContactCard(app: AppContext, token: string): Promise<string> {
  authorize(app.actor, "contact-card.read");
  return inTransaction(app, async (tx) => {
    const card = await tx.contactCard.findFirst({ where: { tokenHash: hashToken(token), expiresAt: { gt: new Date(app.clock.now()) } }, select: { message: { select: { id: true, providerId: true, bookingId: true, recipient: true } } } });
    if (card === null) throw new AppError("NOT_FOUND");
    const { id, providerId, bookingId, recipient } = card.message;
    await audit(tx, app.actor, { action: "contact-card.read", subjectKind: "message", subjectId: id, providerId });
    if (providerId === null) throw new AppError("NOT_FOUND");
    return recipient === "PATIENT" ? clinicCard(app, tx, providerId) : patientCard(tx, bookingId);
  });
}

async function clinicCard(app: AppContext, tx: Tx, providerId: string): Promise<string> {
  const provider = await tx.provider.findUniqueOrThrow({ where: { id: providerId }, select: { id: true, slug: true, name: true, email: true, phone: true, organizationId: true, locationId: true } });
  const organization = provider.organizationId === null ? null : await tx.organization.findUnique({ where: { id: provider.organizationId }, select: { id: true, name: true, email: true, phone: true } });
  const location = provider.locationId === null ? null : await tx.location.findUnique({ where: { id: provider.locationId }, select: { addressLine: true, city: true, postalCode: true, phone: true } });
  return contactCard({
    kind: organization === null ? "individual" : "org",
    id: organization?.id ?? provider.id,
    name: organization?.name ?? provider.name,
    ...(organization && { organization: organization.name }),
    phone: location?.phone ?? organization?.phone ?? provider.phone,
    email: organization?.email ?? provider.email,
    ...(location && { address: { street: location.addressLine, city: location.city, postalCode: location.postalCode } }),
    url: `${app.config.publicOrigin}/p/${provider.slug}`,
  });
}
