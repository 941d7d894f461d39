import { PEER_HEADER } from "./peer-address";

/**
 * The address that limits are counted by. Behind a trusted proxy it is what that proxy added last to X-Forwarded-For:
 * all before it may be the client's invention. Else it is the socket's, and forwarding headers count for nothing.
 */
export function networkAddressOf(headers: Headers, trustProxy: boolean): string {
  const forwarded = trustProxy ? headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return forwarded || (headers.get(PEER_HEADER) ?? "direct");
}
