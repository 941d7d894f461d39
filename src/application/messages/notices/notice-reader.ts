import { formatPhone } from "@/application/shared/phone-view";
import type { EmailContent } from "@/domain/messages/email-content";
import { readLanguage } from "@/domain/messages/language";
import type { NoticeReader } from "@/domain/messages/notice-kinds";
import { oneLine } from "@/domain/messages/safe-text";
import type { Tx } from "@/platform/db";

export interface Addressee {
  readonly reader: NoticeReader;
  readonly organizationId: string | null;
  readonly clinic: EmailContent["footer"];
}

/** The provider as the reader of a notice, names made harmless. With `asClinic` the notice is to their clinic, in its name. */
export async function noticeReader(tx: Tx, providerId: string, { asClinic = false } = {}): Promise<Addressee> {
  const { name, language, timeZone, organizationId, organization } = await tx.provider.findUniqueOrThrow({ where: { id: providerId }, select: { name: true, language: true, timeZone: true, organizationId: true, organization: { select: { name: true, phone: true } } } });
  const clinicName = oneLine(organization?.name ?? name, 80);
  return {
    reader: { name: asClinic ? clinicName : oneLine(name, 80), language: readLanguage(language), timeZone },
    organizationId,
    clinic: { name: clinicName, lines: organization === null ? [] : [oneLine(formatPhone(organization.phone))] },
  };
}
