import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

/** Carries the address of the socket to handlers, which the framework shows only headers. Never taken from the client. */
export const PEER_HEADER = "x-medbookings-peer";

/** From here on each request of this process names its socket's address, whatever the client wrote under that name. */
export function markPeerAddresses(): void {
  // Published before the server's own "request" event, so no handler sees the header unmarked.
  subscribe("http.server.request.start", markPeer);
}

function markPeer(message: unknown): void {
  if (typeof message !== "object" || message === null || !("request" in message) || !(message.request instanceof IncomingMessage)) return;
  message.request.headers[PEER_HEADER] = message.request.socket.remoteAddress ?? "direct";
}
