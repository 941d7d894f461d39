import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { expect, inject, test, vi } from "vitest";
import { openDatabase } from "./db";

test("a connection whose other end is gone without a word is given up, and the next statement gets another", async () => {
  const url = new URL(inject("postgresUrl"));
  const [port, host] = [Number(url.port), url.hostname];
  const inner: Socket[] = [];
  const proxy = createServer((socket) => {
    const server = connect(port, host);
    inner.push(server);
    socket.pipe(server).pipe(socket);
    for (const end of [socket, server]) end.on("error", () => undefined).on("close", () => [socket, server].forEach((other) => other.destroy()));
  });
  await new Promise<void>((ready) => proxy.listen(0, "127.0.0.1", ready));
  url.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const database = openDatabase(url.href, 1);
  await database.pool.query("SELECT 1");
  for (const server of inner) server.pause().unpipe();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const lost = expect(database.pool.query("SELECT 2")).rejects.toThrow("Query read timeout");
    await vi.advanceTimersByTimeAsync(31_000);
    await lost;
  } finally {
    vi.useRealTimers();
  }
  expect((await database.pool.query("SELECT 3 AS three")).rows).toEqual([{ three: 3 }]);
  await database.close();
  proxy.close();
});
