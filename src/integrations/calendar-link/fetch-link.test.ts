import { createServer, type RequestListener, type Server } from "node:http";
import type { LookupAddress } from "node:dns";
import { connect } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { IntegrationError } from "@/application/shared/errors";
import { fetchLink } from "./fetch-link";
import { checkedLookup, safeAddress } from "./safe-address";

const ICS = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\nEND:VCALENDAR\r\n";
const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((done) => (server.closeAllConnections(), server.close(done)));
});

/** A server on loopback; its origin. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

const fetchFrom = (origin: string, path = "/a.ics", config: object = {}, known: Parameters<typeof fetchLink>[2] = null) => fetchLink({ trustedOrigins: [origin], userAgent: "test", ...config }, `${origin}${path}`, known);
const codeOf = (work: Promise<unknown>) => work.then(() => "read", (error: unknown) => (error instanceof IntegrationError ? error.failure.code : String(error)));
const calendar = { "content-type": "text/calendar" };

test.each([
  ["http://calendar.example/a.ics", "not-https"],
  ["ftp://calendar.example/a.ics", "not-https"],
  ["file:///etc/passwd", "not-https"],
  ["javascript:alert(1)", "not-https"],
  ["nonsense", "address-refused"],
  ["https://user:secret@calendar.example/a.ics", "address-refused"],
  ["https://127.0.0.1/a.ics", "address-refused"],
  ["https://127.1/a.ics", "address-refused"],
  ["https://0x7f.0.0.1/a.ics", "address-refused"],
  ["https://2130706433/a.ics", "address-refused"],
  ["https://[::1]/a.ics", "address-refused"],
  ["https://[::ffff:127.0.0.1]/a.ics", "address-refused"],
  ["https://[fd00::1]/a.ics", "address-refused"],
  ["https://169.254.169.254/latest/meta-data", "address-refused"],
  ["https://100.64.1.1/a.ics", "address-refused"],
  ["https://localhost/a.ics", "address-refused"],
  ["https://localhost./a.ics", "address-refused"],
  ["https://db.internal/a.ics", "address-refused"],
  ["https://postgres/a.ics", "address-refused"],
])("%s is not read: %s", async (address, code) => expect(await codeOf(fetchLink({ trustedOrigins: [], userAgent: "test" }, address, null))).toBe(code));

test("webcal means https, and a trusted origin may be http", () => {
  expect(safeAddress("webcal://calendar.example/a.ics", []).href).toBe("https://calendar.example/a.ics");
  expect(safeAddress("http://localhost:4000/a.ics", ["http://localhost:4000"]).href).toBe("http://localhost:4000/a.ics");
  expect(() => safeAddress("http://localhost:4001/a.ics", ["http://localhost:4000"])).toThrow(IntegrationError);
});

const resolving = (...addresses: string[]) =>
  checkedLookup((_hostname, _options, callback) => callback(null, addresses.map((address): LookupAddress => ({ address, family: address.includes(":") ? 6 : 4 }))));

test("what a name resolves to is checked for the very connection: a private address, or one among public ones, is refused", async () => {
  const origin = await serve((_request, response) => response.end("secret"));
  const port = Number(new URL(origin).port);
  for (const addresses of [["127.0.0.1"], ["::1"], ["93.184.216.34", "127.0.0.1"], ["::ffff:127.0.0.1"]]) {
    const outcome = await new Promise<string>((done) => {
      const socket = connect({ host: "rebinding.example", port, lookup: resolving(...addresses) });
      socket.once("connect", () => (socket.destroy(), done("connected"))).once("error", (error) => done(error instanceof IntegrationError ? String(error.failure.code) : error.message));
    });
    expect(outcome, addresses.join()).toBe("address-refused");
  }
});

test("a name is resolved once a connection, and the socket goes to what was checked", async () => {
  let asked = 0;
  const answers = ["93.184.216.34", "127.0.0.1"];
  const lookup = checkedLookup((_hostname, _options, callback) => void setImmediate(() => callback(null, [{ address: answers[asked++] ?? "127.0.0.1", family: 4 }])));
  const seen = await new Promise<string>((done) => {
    const socket = connect({ host: "rebinding.example", port: 9, lookup });
    socket.once("lookup", (_error, address) => (socket.destroy(), done(String(address))));
    socket.on("error", () => undefined);
  });
  expect(seen).toBe("93.184.216.34");
  expect(asked).toBe(1);
});

test("a redirect is followed three times, and checked each time", async () => {
  const origin = await serve((request, response) => {
    const hop = Number(new URL(request.url ?? "", "http://x").searchParams.get("hop") ?? 0);
    if (hop > 0) response.writeHead(302, { location: `/a.ics?hop=${hop - 1}` }).end();
    else response.writeHead(200, calendar).end(ICS);
  });
  expect(await fetchFrom(origin, "/a.ics?hop=3")).toMatchObject({ text: ICS });
  expect(await codeOf(fetchFrom(origin, "/a.ics?hop=4"))).toBe("too-many-redirects");
  const inward = await serve((request, response) => response.writeHead(302, { location: new URL(request.url ?? "", "http://x").searchParams.get("to") ?? "" }).end());
  for (const [to, code] of [["http://127.0.0.1:1/", "not-https"], ["https://127.0.0.1:1/", "address-refused"], ["https://[::1]/", "address-refused"], ["//169.254.169.254/", "not-https"], ["https://metadata.internal/", "address-refused"], ["http://[", "address-refused"]] as const)
    expect(await codeOf(fetchFrom(inward, `/a.ics?to=${encodeURIComponent(to)}`)), to).toBe(code);
});

test("an answer is read up to its limit, packed or not; a bomb is put down while it unpacks", async () => {
  const big = Buffer.concat([Buffer.from(ICS), Buffer.alloc(50_000_000, " ")]);
  const packed = gzipSync(big);
  expect(packed.length).toBeLessThan(100_000);
  const origin = await serve((request, response) => {
    if (request.url === "/gzip") response.writeHead(200, { ...calendar, "content-encoding": "gzip" }).end(gzipSync(ICS));
    else if (request.url === "/br") response.writeHead(200, { ...calendar, "content-encoding": "br" }).end(brotliCompressSync(ICS));
    else if (request.url === "/bomb") response.writeHead(200, { ...calendar, "content-encoding": "gzip" }).end(packed);
    else if (request.url === "/announced") response.writeHead(200, { ...calendar, "content-length": "6000000" }).write(ICS);
    else if (request.url === "/endless") response.writeHead(200, calendar).end(big.subarray(0, 6_000_000));
    else if (request.url === "/zstd") response.writeHead(200, { ...calendar, "content-encoding": "zstd" }).end(ICS);
    else response.writeHead(200, { ...calendar, "content-encoding": "gzip" }).end("not packed");
  });
  expect(await fetchFrom(origin, "/gzip")).toMatchObject({ text: ICS });
  expect(await fetchFrom(origin, "/br")).toMatchObject({ text: ICS });
  for (const path of ["/bomb", "/announced", "/endless"]) expect(await codeOf(fetchFrom(origin, path)), path).toBe("too-large");
  expect(await codeOf(fetchFrom(origin, "/zstd"))).toBe("not-a-calendar");
  expect(await codeOf(fetchFrom(origin, "/broken"))).toBe("unreachable");
});

test("ten seconds are for the whole of it: a slow start, a trickle", async () => {
  const origin = await serve((request, response) => {
    if (request.url === "/trickle") {
      response.writeHead(200, calendar);
      const timer = setInterval(() => response.write("X"), 20);
      response.once("close", () => clearInterval(timer));
    }
  });
  for (const path of ["/silent", "/trickle"]) expect(await codeOf(fetchFrom(origin, path, { timeoutMs: 150 })), path).toBe("too-slow");
});

test("what is no calendar is said to be none; refusals are told apart", async () => {
  const origin = await serve((request, response) => {
    const url = new URL(request.url ?? "", "http://x");
    response.writeHead(Number(url.searchParams.get("status") ?? 200), { "content-type": url.searchParams.get("type") ?? "text/calendar", "retry-after": "120" }).end(url.searchParams.get("body") ?? ICS);
  });
  expect(await codeOf(fetchFrom(origin, "/?type=text/plain"))).toBe("read");
  for (const [query, code] of [["type=text/html", "not-a-calendar"], ["body=<html>", "not-a-calendar"], ["status=404", "not-there"], ["status=410", "not-there"], ["status=401", "refused"], ["status=403", "refused"], ["status=429", "busy"], ["status=503", "server-error"], ["status=204", "refused"]] as const)
    expect(await codeOf(fetchFrom(origin, `/?${query}`)), query).toBe(code);
  await expect(fetchFrom(origin, "/?status=429")).rejects.toMatchObject({ kind: "rate-limited", failure: { retryAfterSeconds: 120 } });
  await expect(fetchFrom("http://127.0.0.1:1")).rejects.toMatchObject({ kind: "transient", failure: { code: "unreachable" } });
});

test("a version known already is asked about and not sent again", async () => {
  const origin = await serve((request, response) => {
    const isKnown = request.headers["if-none-match"] === '"1"' && request.headers["if-modified-since"] === "Sat, 21 Nov 2026 12:00:00 GMT";
    response.writeHead(isKnown ? 304 : 200, { ...calendar, etag: '"1"', "last-modified": "Sat, 21 Nov 2026 12:00:00 GMT" }).end(isKnown ? undefined : ICS);
  });
  const first = await fetchFrom(origin);
  if (first === "unchanged") throw new Error("nothing was known");
  expect(first.version).toEqual({ etag: '"1"', lastModified: "Sat, 21 Nov 2026 12:00:00 GMT" });
  expect(await fetchFrom(origin, "/a.ics", {}, first.version)).toBe("unchanged");
});
