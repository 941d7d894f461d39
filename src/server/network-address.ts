import { isIPv4, isIPv6 } from "node:net";
import { PEER_HEADER } from "./peer-address";

/**
 * The address that limits are counted by. Behind a trusted proxy it is what that proxy added last to X-Forwarded-For:
 * all before it may be the client's invention. Else it is the socket's, and forwarding headers count for nothing.
 * Of an IPv6 address only the network counts (`2001:db8:0:1::/64`): its holder may use any of the 2^64 addresses in it.
 */
export function networkAddressOf(headers: Headers, trustProxy: boolean): string {
  const forwarded = trustProxy ? headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return networkOf(forwarded || (headers.get(PEER_HEADER) ?? "direct"));
}

function networkOf(address: string): string {
  const [plain = ""] = address.split("%");
  if (!isIPv6(plain)) return address;
  const mapped = /^::ffff:(.+)$/i.exec(plain)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  // The hextets before "::"; where it stands among the first four, the rest of them are zero.
  const leading = plain.split("::")[0] ?? "";
  const hextets = [...leading.split(":"), "0", "0", "0", "0"].slice(0, 4).map((hextet) => parseInt(hextet || "0", 16).toString(16));
  return `${hextets.join(":")}::/64`;
}
