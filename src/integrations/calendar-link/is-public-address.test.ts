import fc from "fast-check";
import { expect, test } from "vitest";
import { isPublicAddress } from "./is-public-address";

test.each(["93.184.216.34", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:2800:220:1:248:1893:25c8:1946", "2a00:1450:4001:81b::200e"])("%s is public", (address) => expect(isPublicAddress(address)).toBe(true));

test.each([
  "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.168.1.1", "198.18.0.1", "224.0.0.1", "255.255.255.255",
  "::", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1",
])("%s is not", (address) => expect(isPublicAddress(address)).toBe(false));

test.each(["", "localhost", "127.1", "0x7f000001", "2130706433", "[::1]", "fe80::1%eth0", "1.2.3.4.5"])("%j is no address we connect to", (address) => expect(isPublicAddress(address)).toBe(false));

test("an IPv4 address inside an IPv6 one is never public", () => {
  fc.assert(fc.property(fc.ipV4(), (address) => !isPublicAddress(`::ffff:${address}`) && !isPublicAddress(`::${address}`) && !isPublicAddress(`64:ff9b::${address}`)));
});
