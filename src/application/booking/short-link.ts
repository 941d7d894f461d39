import { randomBytes } from "node:crypto";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { hashToken } from "@/platform/crypto";
import type { Db } from "@/platform/db";
import { linkTokenPlace } from "./manage-link";

/** 128 random bits: as hard to guess as the link it stands for needs to be, in 22 letters. */
const CODE_BYTES = 16;

const placeOf = (linkId: string) => `booking-link:${linkId}:short`;

type LinkContext = Pick<AppContext, "clock" | "cipher" | "config"> & { readonly db: Pick<Db, "bookingLink"> };

const valid = (now: number) => ({ scope: "manage", revokedAt: null, expiresAt: { gt: new Date(now) } });

/** The short address of a series' manage page, for SMS: made when it is first asked for, and valid as long as the link itself. Throws NOT_FOUND. */
export async function shortManageUrlOf(app: LinkContext, seriesId: string): Promise<string> {
  const { db, cipher, clock, config } = app;
  const newest = () => db.bookingLink.findFirst({ where: { seriesId, ...valid(clock.now()) }, orderBy: { id: "desc" }, select: { id: true, shortCiphertext: true } });
  const link = await newest();
  if (link === null) throw new AppError("NOT_FOUND", { message: "This booking has no valid link." });
  if (link.shortCiphertext === null) {
    const code = randomBytes(CODE_BYTES).toString("base64url");
    // Two that write at once agree on the one that was first.
    await db.bookingLink.updateMany({ where: { id: link.id, shortHash: null }, data: { shortHash: hashToken(code), shortCiphertext: await cipher.encrypt(code, placeOf(link.id)) } });
    return shortManageUrlOf(app, seriesId);
  }
  return `${config.publicOrigin}/s/${await cipher.decrypt(link.shortCiphertext, placeOf(link.id))}`;
}

/** The token of the manage link that a short code stands for; null when it is unknown, expired or revoked. Changes nothing. */
export async function findShortLink({ db, cipher, clock }: Pick<AppContext, "db" | "cipher" | "clock">, code: string): Promise<string | null> {
  const link = await db.bookingLink.findFirst({ where: { shortHash: hashToken(code), ...valid(clock.now()) }, select: { id: true, tokenCiphertext: true } });
  return link && cipher.decrypt(link.tokenCiphertext, linkTokenPlace(link.id));
}
