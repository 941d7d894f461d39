import { uuidv7 } from "uuidv7";
import type { Actor } from "@/application/shared/actor";
import type { Changes } from "@/application/shared/changes";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { Prisma } from "@/generated/prisma/client";
import { DAY_MS } from "@/domain/time/calendar-day";
import { hashToken, randomToken } from "@/platform/crypto";
import type { Db, Tx } from "@/platform/db";

/** A link lives until this long after the visit. */
const LINK_LIFE_AFTER_VISIT_MS = 30 * DAY_MS;

export const linkExpiry = (endsAt: number): number => endsAt + LINK_LIFE_AFTER_VISIT_MS;

/** Where the token of a link is kept: what its ciphertext is bound to. */
export const linkTokenPlace = (linkId: string) => `booking-link:${linkId}`;

/** The address a token opens. */
export const manageUrlFor = (app: Pick<AppContext, "config">, token: string) => `${app.config.publicOrigin}/m/${token}`;

const iso = (at: number) => new Date(at).toISOString();

/** A token for a manage link and what is stored of it. */
export interface NewManageLink {
  readonly id: string;
  readonly token: string;
  readonly ciphertext: string;
}

/** Makes the token of a manage link. It opens nothing before it is issued. */
export async function newManageLink(app: AppContext): Promise<NewManageLink> {
  const id = uuidv7();
  const token = randomToken();
  return { id, token, ciphertext: await app.cipher.encrypt(token, linkTokenPlace(id)) };
}

/** Issues a manage link for a booking series, valid until `expiresAt` (epoch ms). */
export function issueManageLink(changes: Changes, { id, token, ciphertext }: NewManageLink, seriesId: string, expiresAt: number): void {
  changes.write("manage_link", Prisma.sql`
    INSERT INTO booking_link (id, series_id, token_hash, token_ciphertext, scope, expires_at)
    VALUES (${id}::uuid, ${seriesId}::uuid, ${hashToken(token)}, ${ciphertext}, 'manage', ${iso(expiresAt)}::timestamptz)`);
}

/**
 * Sees to it that a message sent until then has a link that works until `until` (epoch ms), in the caller's transaction. A new
 * one where none lasts so long: what has expired stays expired.
 */
export async function keepManageLink(app: AppContext, tx: Tx, seriesId: string, until: number): Promise<void> {
  const lasting = await tx.bookingLink.findFirst({ where: { seriesId, scope: "manage", revokedAt: null, expiresAt: { gte: new Date(until) } }, select: { id: true } });
  if (lasting !== null) return;
  const { id, token, ciphertext } = await newManageLink(app);
  await tx.bookingLink.create({ data: { id, seriesId, tokenHash: hashToken(token), tokenCiphertext: ciphertext, scope: "manage", expiresAt: new Date(until) } });
}

/** Keeps the links of a series alive for its new time; they never get shorter. */
export function extendManageLinks(changes: Changes, seriesId: string, expiresAt: number): void {
  changes.write("extended_links", Prisma.sql`
    UPDATE booking_link SET expires_at = ${iso(expiresAt)}::timestamptz
    WHERE series_id = ${seriesId}::uuid AND revoked_at IS NULL AND expires_at < ${iso(expiresAt)}::timestamptz`);
}

/** The bearer of a token, or null when it is unknown, expired or revoked. */
export async function findLinkActor(app: AppContext, token: string): Promise<Actor | null> {
  const link = await app.db.bookingLink.findUnique({ where: { tokenHash: hashToken(token) }, select: { id: true, seriesId: true, expiresAt: true, revokedAt: true, scope: true } });
  if (!link || link.scope !== "manage" || link.revokedAt !== null || link.expiresAt.getTime() <= app.clock.now()) return null;
  return { kind: "link", linkId: link.id, seriesId: link.seriesId };
}

/** Where links are read from: the database or a transaction of it. */
type LinkContext = Pick<AppContext, "clock" | "cipher" | "config"> & { readonly db: Pick<Db, "bookingLink"> };

/** The address under which a series is managed, for messages. Throws NOT_FOUND when no link is valid any more. */
export async function manageUrlOf(app: LinkContext, seriesId: string): Promise<string> {
  const urls = await manageUrlsOf(app, [seriesId]);
  const url = urls.get(seriesId);
  if (url === undefined) throw new AppError("NOT_FOUND", { message: "This booking has no valid link." });
  return url;
}

/** The same for many series in one query; those without a valid link are missing. */
export async function manageUrlsOf(app: LinkContext, seriesIds: readonly string[]): Promise<Map<string, string>> {
  const links = await app.db.bookingLink.findMany({
    where: { seriesId: { in: [...seriesIds] }, scope: "manage", revokedAt: null, expiresAt: { gt: new Date(app.clock.now()) } },
    orderBy: { id: "asc" },
    select: { id: true, seriesId: true, tokenCiphertext: true },
  });
  const newest = new Map(links.map((link) => [link.seriesId, link]));
  return new Map(await Promise.all([...newest.values()].map(async (link) => [link.seriesId, manageUrlFor(app, await app.cipher.decrypt(link.tokenCiphertext, linkTokenPlace(link.id)))] as const)));
}
