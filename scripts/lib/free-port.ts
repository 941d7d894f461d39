import { createServer } from "node:net";

/** The first free loopback port at or after `preferred` (100 are tried). Throws when none is free. */
export async function freePort(preferred: number): Promise<number> {
  for (let port = preferred; port < preferred + 100; port += 1) if (await isFree(port)) return port;
  throw new Error(`no free port between ${preferred} and ${preferred + 99}`);
}

async function isFree(port: number): Promise<boolean> {
  // "localhost" may mean either family, so both must be free.
  return (await canListen(port, "127.0.0.1")) && (await canListen(port, "::1"));
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => done(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT"));
    server.listen(port, host, () => server.close(() => done(true)));
  });
}
