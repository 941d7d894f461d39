import { lookup, type LookupAddress } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./is-public-address";
import { linkError } from "./link-failure";

/** The address as one we read: https, or http at a trusted origin; `webcal:` means https. Throws `not-https` and `address-refused`. */
export function safeAddress(address: string, trustedOrigins: readonly string[]): URL {
  let url: URL;
  try {
    url = new URL(address.trim().replace(/^webcals?:/i, "https:"));
  } catch (cause) {
    throw linkError("address-refused", { cause });
  }
  // A password in an address would be sent to wherever it redirects.
  if (url.username !== "" || url.password !== "") throw linkError("address-refused");
  if (isTrusted(url, trustedOrigins)) return url;
  if (url.protocol !== "https:") throw linkError("not-https");
  // Node resolves no name that is an address, so the check at connect would never see it.
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw linkError("address-refused");
  if (/(^|\.)(localhost|local|internal|home\.arpa|lan|intranet|corp)\.?$/i.test(host) || (isIP(host) === 0 && !host.includes("."))) throw linkError("address-refused");
  return url;
}

export const isTrusted = (url: URL, trustedOrigins: readonly string[]): boolean => trustedOrigins.includes(url.origin);

type Resolve = (hostname: string, options: { all: true }, callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;

/**
 * Resolves a name for the one connection that is about to be made: the socket connects to what was checked here and
 * nothing is resolved again, so a name that changes its mind (DNS rebinding) changes nothing. One address that is not
 * public refuses them all.
 */
export const checkedLookup =
  (resolve: Resolve = lookup): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      const usable = addresses.filter(({ family }) => !options.family || options.family === family || options.family === `IPv${family}`);
      const [first] = usable;
      if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) return callback(linkError("address-refused"), []);
      if (options.all) callback(null, usable);
      else callback(null, first.address, first.family);
    });
  };
