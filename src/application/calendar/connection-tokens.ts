import type { Cipher } from "@/platform/crypto";

/** Where a connection's tokens belong: ciphertext moved to another row or column does not decrypt. */
export const tokenPlace = (connectionId: string, token: "access" | "refresh") => `connection:${connectionId}:${token}`;

/** The columns that hold freshly granted tokens. A missing refresh token leaves the stored one in place. */
export async function encryptTokens(cipher: Cipher, connectionId: string, tokens: { accessToken: string; expiresAt: number; refreshToken?: string | null }) {
  return {
    accessTokenCiphertext: await cipher.encrypt(tokens.accessToken, tokenPlace(connectionId, "access")),
    accessTokenExpiresAt: new Date(tokens.expiresAt),
    ...(tokens.refreshToken != null && { refreshTokenCiphertext: await cipher.encrypt(tokens.refreshToken, tokenPlace(connectionId, "refresh")) }),
  };
}
