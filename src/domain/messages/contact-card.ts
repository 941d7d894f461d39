import { foldByOctets } from "./fold-by-octets";
import { oneLine } from "./safe-text";

/** Who a card is of. Absent facts are left out. */
export interface ContactCard {
  readonly kind: "individual" | "org";
  /** A UUID: an address book replaces the card it has under it. */
  readonly id: string;
  readonly name: string;
  /** E.164. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly organization?: string;
  readonly address?: { readonly street: string; readonly city: string; readonly postalCode: string };
  readonly url?: string;
}

/** A contact card as vCard 4.0 (RFC 6350). Nothing about a visit is in it. */
export function contactCard({ kind, id, name, phone, email, organization, address, url }: ContactCard): string {
  const lines = [
    "BEGIN:VCARD", "VERSION:4.0", `KIND:${kind}`, `UID:urn:uuid:${id}`, `FN:${text(name)}`,
    ...(organization === undefined ? [] : [`ORG:${text(organization)}`]),
    ...(phone === null ? [] : [`TEL;VALUE=uri;TYPE="voice,text":tel:${phone}`]),
    ...(email === null ? [] : [`EMAIL:${text(email)}`]),
    ...(address === undefined ? [] : [`ADR:;;${text(address.street)};${text(address.city)};;${text(address.postalCode)};`]),
    ...(url === undefined ? [] : [`URL:${url}`]),
    "END:VCARD",
  ];
  return foldByOctets(`${lines.join("\r\n")}\r\n`);
}

/** Commas, semicolons, backslashes and line breaks are escaped (RFC 6350, 3.4); control characters are gone before. */
const text = (value: string): string => oneLine(value, 200).replace(/[\\;,]/g, (sign) => `\\${sign}`);
