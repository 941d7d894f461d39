import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export interface CuttingProxy {
  /** The database behind the proxy. */
  readonly url: string;
  /** The next COMMIT reaches the server; its connection is cut once the server has answered it. Resolves then. */
  cutAfterNextCommit(): Promise<void>;
  /** The next COMMIT never reaches the server: its connection is cut in place. Resolves then. */
  cutBeforeNextCommit(): Promise<void>;
  close(): Promise<void>;
}

interface Cut {
  readonly isAfter: boolean;
  readonly done: () => void;
}

/** A wire to PostgreSQL that breaks when told to. Meant for one database connection at a time to commit. */
export async function startCuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let armed: Cut | null = null;

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let cutting: Cut | null = null;
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", end);
      socket.on("close", () => {
        sockets.delete(socket);
        end();
      });
    }
    client.on("data", (chunk: Buffer) => {
      if (armed !== null && chunk.includes("COMMIT")) {
        cutting = armed;
        armed = null;
        if (!cutting.isAfter) {
          end();
          return cutting.done();
        }
      }
      upstream.write(chunk);
    });
    upstream.on("data", (chunk: Buffer) => {
      if (cutting === null) return void client.write(chunk);
      if (!chunk.includes("COMMIT")) return;
      end();
      cutting.done();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(address.port);
  const arm = (isAfter: boolean) => new Promise<void>((done) => (armed = { isAfter, done }));
  return {
    url: url.toString(),
    cutAfterNextCommit: () => arm(true),
    cutBeforeNextCommit: () => arm(false),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
