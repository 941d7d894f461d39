import type { Brand } from "@/domain/messages/brand";
import { logoSize, OWN_BRAND } from "@/domain/messages/brand";
import { brandColours } from "@/domain/messages/brand-colours";
import type { Language } from "@/domain/messages/language";
import { NO_WORDING, type Wording } from "@/domain/messages/wording";
import type { WordedTemplate } from "@/domain/messages/words/message-words";
import type { AppContext } from "@/application/shared/context";

/** What a clinic has chosen about its messages. */
export interface Look {
  readonly brand: Brand;
  readonly replyTo: string | null;
  readonly footerLines: readonly string[];
}

const OWN_LOOK: Look = { brand: OWN_BRAND, replyTo: null, footerLines: [] };

/** The address under which anybody may fetch a picture. */
export const logoUrl = (publicOrigin: string, publicKey: string): string => `${publicOrigin}/brand/${publicKey}`;

/** How a clinic's messages look; MedBookings' own look for a provider without a clinic, or where nothing is chosen. */
export async function loadLook({ db, config }: Pick<AppContext, "db" | "config">, organizationId: string | null): Promise<Look> {
  const row = organizationId === null ? null : await db.messageBrand.findUnique({ where: { organizationId }, select: { colour: true, replyTo: true, footerLines: true, logo: { select: { publicKey: true, width: true, height: true } } } });
  if (row === null) return OWN_LOOK;
  const { colour, replyTo, footerLines, logo } = row;
  return { brand: { colours: colour === null ? null : brandColours(colour), logo: logo && { url: logoUrl(config.publicOrigin, logo.publicKey), ...logoSize(logo) } }, replyTo, footerLines };
}

/** A clinic's own sentences for one message in one language. */
export async function loadWording({ db }: Pick<AppContext, "db">, organizationId: string | null, template: WordedTemplate, language: Language): Promise<Wording> {
  if (organizationId === null) return NO_WORDING;
  const row = await db.messageWording.findUnique({ where: { organizationId_template_language: { organizationId, template, language } }, select: { greeting: true, intro: true, closing: true, sms: true } });
  return row ?? NO_WORDING;
}
