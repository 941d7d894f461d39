import { parsePhoneNumberFromString } from "libphonenumber-js";
import { AppError } from "@/application/shared/errors";

/** A number as its owner typed it, in E.164; without a country code it is read as a British one. Throws VALIDATION_FAILED naming `phone`. */
export function readPhone(typed: string): string {
  const number = parsePhoneNumberFromString(typed, "GB");
  if (!number?.isPossible()) throw new AppError("VALIDATION_FAILED", { fields: [{ field: "phone", message: "must be a telephone number, best with its country code, such as +44 20 7946 0000" }] });
  return number.number;
}
