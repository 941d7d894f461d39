import { parsePhoneNumberFromString, isSupportedCountry, type CountryCode } from "libphonenumber-js";
import { canText } from "@/application/shared/can-text";
import type { Channel } from "@/application/shared/common-schemas";
import { AppError, type FieldProblem } from "@/application/shared/errors";

const FALLBACK_COUNTRY: CountryCode = "GB";

export interface Contact {
  readonly name: string;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly channels: Channel[];
}

/**
 * What a booker typed, as it is stored. National numbers are read as of `country` (ISO 3166-1 alpha-2, else GB); SMS is for numbers of `smsCountries` (null for all).
 * Throws VALIDATION_FAILED naming the field.
 */
export function readContact(input: { patient: { name: string; email?: string | undefined; phone?: string | undefined }; channels?: Channel[] | undefined }, country: string | undefined, smsCountries: ReadonlySet<string> | null = null): Contact {
  const { patient } = input;
  const problems: FieldProblem[] = [];
  const number = patient.phone === undefined ? undefined : parsePhoneNumberFromString(patient.phone, country !== undefined && isSupportedCountry(country) ? country : FALLBACK_COUNTRY);
  // "Possible" rather than "valid": numbering plans change faster than their description.
  if (patient.phone !== undefined && !number?.isPossible()) problems.push({ field: "patient.phone", message: "must be a telephone number, best with its country code, such as +44 20 7946 0000" });
  const email = patient.email ?? null;
  const phone = number?.number ?? null;
  const isTextable = phone !== null && canText(phone, smsCountries);
  const channels = [...new Set(input.channels ?? defaultChannels(email, isTextable || email === null ? phone : null))];
  if (channels.includes("EMAIL") && email === null) problems.push({ field: "patient.email", message: "is needed to be told by e-mail" });
  if (channels.some((channel) => channel !== "EMAIL") && patient.phone === undefined) problems.push({ field: "patient.phone", message: "is needed to be told by SMS or WhatsApp" });
  if (phone !== null && !isTextable && channels.includes("SMS")) problems.push({ field: "patient.phone", message: `is of a country or kind to which we send no SMS; ${email === null ? "give an e-mail address" : "choose e-mail"} or another number` });
  if (problems.length > 0) throw new AppError("VALIDATION_FAILED", { fields: problems });
  return { name: patient.name, email, phone, channels };
}

const defaultChannels = (email: string | null, phone: string | null): Channel[] => [...(email === null ? [] : (["EMAIL"] as const)), ...(phone === null ? [] : (["SMS"] as const))];
