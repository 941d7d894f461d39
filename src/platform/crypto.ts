import { createHash, createHmac, hkdfSync, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { CompactEncrypt, compactDecrypt } from "jose";

export interface Cipher {
  /** Encrypts text for one place (`context`, for instance `connection:<row id>`); only there does it decrypt again. */
  encrypt(plaintext: string, context: string): Promise<string>;
  /** Throws when the key is unknown, the text was altered, or it was written for another place. */
  decrypt(ciphertext: string, context: string): Promise<string>;
  /** What is stored in place of something short enough to be guessed, for one place: without the key nobody can try all of them. */
  digest(plaintext: string, context: string): string;
}

/**
 * Envelope encryption as compact JWE (RFC 7516): a random key per value, wrapped with A256GCM by the key named in the
 * header, which is authenticated together with the value's place. `keys` is `id:base64key[,id:base64key]`: the first
 * encrypts, all decrypt, so keys rotate without downtime.
 */
export function createCipher(keys: string): Cipher {
  const ring = new Map(
    keys.split(",").map((entry) => {
      const [id = "", key = ""] = entry.trim().split(":");
      return [id, new Uint8Array(Buffer.from(key, "base64"))] as const;
    }),
  );
  const [current] = ring;
  if (!current) throw new Error("ENCRYPTION_KEYS must hold at least one key");
  const [currentId, currentKey] = current;
  const digestKey = Buffer.from(hkdfSync("sha256", currentKey, "", "digest", 32));
  return {
    encrypt: (plaintext, context) =>
      new CompactEncrypt(new TextEncoder().encode(plaintext)).setProtectedHeader({ alg: "A256GCMKW", enc: "A256GCM", kid: currentId, ctx: context }).encrypt(currentKey),
    async decrypt(ciphertext, context) {
      const { plaintext, protectedHeader } = await compactDecrypt(ciphertext, (header) => {
        const key = ring.get(header.kid ?? "");
        if (!key) throw new Error(`no encryption key with id ${header.kid ?? "(none)"}`);
        return key;
      });
      if (protectedHeader.ctx !== context) throw new Error("ciphertext belongs to another place");
      return new TextDecoder().decode(plaintext);
    },
    digest: (plaintext, context) => createHmac("sha256", digestKey).update(`${context}\n${plaintext}`).digest("hex"),
  };
}

/** A 256-bit random token, URL-safe. */
export const randomToken = (): string => randomBytes(32).toString("base64url");

/** Six random digits. */
export const randomCode = (): string => String(randomInt(1_000_000)).padStart(6, "0");

/** What is stored in place of a token: hexadecimal SHA-256. Enough for 256-bit random input; not for passwords. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Compares two strings in time independent of where they differ. */
export function equalsInConstantTime(left: string, right: string): boolean {
  return timingSafeEqual(createHash("sha256").update(left).digest(), createHash("sha256").update(right).digest());
}
