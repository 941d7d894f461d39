import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js";

/**
 * Whether an SMS may go to a number (E.164): its country is among `countries` (ISO 3166-1 alpha-2; null for all). A number whose country
 * cannot be told from those that share its calling code counts as theirs.
 */
export function canText(phone: string, countries: ReadonlySet<string> | null): boolean {
  if (countries === null) return true;
  const number = parsePhoneNumberFromString(phone);
  if (number === undefined) return false;
  if (number.country !== undefined) return countries.has(number.country);
  return [...countries].some((country) => isSupportedCountry(country) && getCountryCallingCode(country) === number.countryCallingCode);
}
