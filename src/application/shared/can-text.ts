import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString, type PhoneNumber } from "libphonenumber-js/max";

/** Kinds of numbers that cost whoever writes to them, or pay whoever owns them: nobody needs news of a visit there. */
const DEAR: ReadonlySet<string | undefined> = new Set(["PREMIUM_RATE", "SHARED_COST", "PERSONAL_NUMBER", "PAGER", "UAN", "VOICEMAIL"]);
/** Of these, +1 500 … is where Twilio has its test numbers. https://www.twilio.com/docs/iam/test-credentials */
const isDear = (number: PhoneNumber): boolean => DEAR.has(number.getType()) && !/^\+1500555\d{4}$/.test(number.number);

/**
 * Whether an SMS may go to a number (E.164): it is of no kind that costs more than a text, and its country is among `countries` (ISO 3166-1 alpha-2; null for all). A number whose country
 * cannot be told from those that share its calling code counts as theirs.
 */
export function canText(phone: string, countries: ReadonlySet<string> | null): boolean {
  const number = parsePhoneNumberFromString(phone);
  if (number === undefined || isDear(number)) return false;
  if (countries === null) return true;
  if (number.country !== undefined) return countries.has(number.country);
  return [...countries].some((country) => isSupportedCountry(country) && getCountryCallingCode(country) === number.countryCallingCode);
}
