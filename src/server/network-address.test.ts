import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { networkAddressOf } from "./network-address";
import { markPeerAddresses, PEER_HEADER } from "./peer-address";

const from = (headers: Record<string, string>, trustProxy: boolean) => networkAddressOf(new Headers(headers), trustProxy);

test("without a trusted proxy nothing that a client writes about its address counts", () => {
  expect(from({ "x-forwarded-for": "203.0.113.9", [PEER_HEADER]: "198.51.100.1" }, false)).toBe("198.51.100.1");
  expect(from({ "x-forwarded-for": "203.0.113.9" }, false)).toBe("direct");
});

test("behind a trusted proxy the last hop's word counts, not what the client put before it", () => {
  expect(from({ "x-forwarded-for": "203.0.113.9, 192.0.2.4", [PEER_HEADER]: "10.0.0.1" }, true)).toBe("192.0.2.4");
  expect(from({ [PEER_HEADER]: "10.0.0.1" }, true)).toBe("10.0.0.1");
  expect(from({ "x-forwarded-for": " ", [PEER_HEADER]: "10.0.0.1" }, true)).toBe("10.0.0.1");
});

test.each([
  ["2001:db8:a:b:1:2:3:4", "2001:db8:a:b::/64"],
  ["2001:0DB8:000a:b::9", "2001:db8:a:b::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:db8:a:b::", "2001:db8:a:b::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["203.0.113.7", "203.0.113.7"],
])("%s is counted as %s", (address, counted) => {
  expect(from({ [PEER_HEADER]: address }, false)).toBe(counted);
});

test("a request carries the address of its own socket, also when the client claims another", async () => {
  markPeerAddresses();
  const server = createServer((request, response) => response.end(String(request.headers[PEER_HEADER])));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  try {
    const answer = await fetch(`http://127.0.0.1:${address.port}/`, { headers: { [PEER_HEADER]: "203.0.113.9" } });
    expect(await answer.text()).toBe("127.0.0.1");
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
