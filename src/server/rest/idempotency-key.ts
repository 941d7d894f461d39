import { AppError } from "@/application/shared/errors";

export const IDEMPOTENCY_HEADER = "Idempotency-Key";
const KEY = /^[\x21-\x7e]{1,255}$/;

/** The request's own Idempotency-Key, or undefined when it has none. Throws VALIDATION_FAILED. */
export function readIdempotencyKey(headers: Headers): string | undefined {
  const key = headers.get(IDEMPOTENCY_HEADER);
  if (key === null) return undefined;
  if (!KEY.test(key)) throw new AppError("VALIDATION_FAILED", { fields: [{ field: IDEMPOTENCY_HEADER, message: "must be 1 to 255 visible ASCII characters" }] });
  return key;
}
