import { parsePhoneNumberFromString } from "libphonenumber-js";

/** A telephone number in a view: what is dialled (E.164), and how it reads. */
interface PhoneView {
  readonly phone: string;
  readonly phoneText: string;
}

/** A stored number as people read it: "+44 20 7946 0110". What is no number stays as it is. */
export const formatPhone = (stored: string): string => parsePhoneNumberFromString(stored)?.formatInternational() ?? stored;

/** A stored number for a view; null stays null. */
export function phoneView(phone: string): PhoneView;
export function phoneView(phone: string | null): PhoneView | { phone: null; phoneText: null };
export function phoneView(phone: string | null) {
  return phone === null ? { phone, phoneText: null } : { phone, phoneText: formatPhone(phone) };
}
