import { describe, expect, test } from "vitest";
import { createCipher, equalsInConstantTime, hashToken, randomToken } from "./crypto";

const key = (byte: number) => Buffer.alloc(32, byte).toString("base64");

describe("createCipher", () => {
  test("gives back what it took, and never the same ciphertext twice", async () => {
    const cipher = createCipher(`one:${key(1)}`);
    const first = await cipher.encrypt("refresh-token", "connection:1:refresh");
    expect(first).not.toContain("refresh-token");
    expect(await cipher.encrypt("refresh-token", "connection:1:refresh")).not.toBe(first);
    expect(await cipher.decrypt(first, "connection:1:refresh")).toBe("refresh-token");
  });

  test("a value moved to another row does not decrypt", async () => {
    const cipher = createCipher(`one:${key(1)}`);
    await expect(cipher.decrypt(await cipher.encrypt("x", "connection:1:access"), "connection:2:access")).rejects.toThrow("another place");
  });

  test("an altered value does not decrypt", async () => {
    const cipher = createCipher(`one:${key(1)}`);
    const parts = (await cipher.encrypt("x", "row")).split(".");
    parts[3] = `${parts[3]?.startsWith("A") ? "B" : "A"}${parts[3]?.slice(1)}`;
    await expect(cipher.decrypt(parts.join("."), "row")).rejects.toThrow();
  });

  test("keys rotate: the first encrypts, all decrypt, a removed one no longer does", async () => {
    const old = await createCipher(`one:${key(1)}`).encrypt("x", "row");
    const rotated = createCipher(`two:${key(2)},one:${key(1)}`);
    expect(await rotated.decrypt(old, "row")).toBe("x");
    const fresh = await rotated.encrypt("y", "row");
    expect(await createCipher(`two:${key(2)}`).decrypt(fresh, "row")).toBe("y");
    await expect(createCipher(`two:${key(2)}`).decrypt(old, "row")).rejects.toThrow("no encryption key with id one");
  });
});

test("tokens are 256 bits of base64url, stored as SHA-256 and compared whole", () => {
  const token = randomToken();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
  expect(equalsInConstantTime(token, token)).toBe(true);
  expect(equalsInConstantTime(token, `${token.slice(0, -1)}?`)).toBe(false);
});
