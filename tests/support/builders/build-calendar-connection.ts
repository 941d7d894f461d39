import { uuidv7 } from "uuidv7";
import type { Prisma } from "@/generated/prisma/client";
import { createCipher } from "@/platform/crypto";
import type { Db } from "@/platform/db";
import { TEST_ENCRYPTION_KEYS } from "@tests/support/test-context";

const MEET_SCOPE = "https://www.googleapis.com/auth/meetings.space.created";

/**
 * A connected Google account with one primary calendar that is read and, unless it is an organization's, written. Tokens are
 * encrypted as the product does.
 */
export async function buildCalendarConnection(
  db: Db,
  owner: string | { readonly organizationId: string },
  options: { connection?: Partial<Prisma.CalendarConnectionUncheckedCreateInput>; calendar?: Partial<Prisma.CalendarUncheckedCreateInput>; accessToken?: string; refreshToken?: string; expiresAt?: number } = {},
): Promise<{ connectionId: string; calendarId: string }> {
  const cipher = createCipher(TEST_ENCRYPTION_KEYS);
  const owned = typeof owner === "string" ? { providerId: owner } : owner;
  const connectionId = uuidv7();
  const calendarId = uuidv7();
  await db.calendarConnection.create({
    data: {
      id: connectionId, ...owned, status: "ACTIVE", accountEmail: "provider@example.test", accountSubject: connectionId, scopes: [MEET_SCOPE], connectedAt: new Date(), listedAt: new Date(),
      accessTokenCiphertext: await cipher.encrypt(options.accessToken ?? "access", `connection:${connectionId}:access`),
      refreshTokenCiphertext: await cipher.encrypt(options.refreshToken ?? "refresh", `connection:${connectionId}:refresh`),
      accessTokenExpiresAt: new Date(options.expiresAt ?? Date.now() + 3_600_000),
      ...options.connection,
    },
  });
  await db.calendar.create({ data: { id: calendarId, connectionId, ...owned, externalId: "primary@example.test", name: "Provider", timeZone: "Europe/Berlin", receivesBookings: typeof owner === "string", ...options.calendar } });
  return { connectionId, calendarId };
}
