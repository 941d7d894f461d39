import { z } from "zod";
import { AppError } from "@/application/shared/errors";

export const IDEMPOTENCY_HEADER = "Idempotency-Key";

export const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/)
  .meta({ description: "1 to 255 visible ASCII characters. The same key and request always get the same answer." });

/** The request's own Idempotency-Key, or undefined when it has none. Throws VALIDATION_FAILED. */
export function readIdempotencyKey(headers: Headers): string | undefined {
  const key = headers.get(IDEMPOTENCY_HEADER);
  if (key === null) return undefined;
  if (!IdempotencyKey.safeParse(key).success) throw new AppError("VALIDATION_FAILED", { fields: [{ field: IDEMPOTENCY_HEADER, message: "must be 1 to 255 visible ASCII characters" }] });
  return key;
}
