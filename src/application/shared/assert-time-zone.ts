import { isTimeZone } from "@/domain/time/time-zone";
import { AppError } from "./errors";

/** Throws VALIDATION_FAILED naming `field` unless `timeZone` is a zone of our own rules. */
export function assertTimeZone(timeZone: string, field = "timeZone"): void {
  if (isTimeZone(timeZone)) return;
  throw new AppError("VALIDATION_FAILED", { fields: [{ field, message: "must be an IANA time zone such as Europe/Berlin" }] });
}
