import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const INPUTS = ["src", "public", "next.config.mjs", "package-lock.json", "postcss.config.mjs", "tsconfig.json", "prisma/schema"];

/** Builds for production unless the last build was made from the same files. */
export function buildWhenChanged(say: (line: string) => void): void {
  const stamp = ".next/.built-from";
  const hash = fingerprint(INPUTS);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  say("Building for production (half a minute)");
  const { status } = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build"], { stdio: "inherit", env: { ...process.env, NODE_ENV: "production" } });
  if (status !== 0) throw new Error("the production build failed");
  writeFileSync(stamp, hash);
}

function fingerprint(paths: readonly string[]): string {
  const hash = createHash("sha256");
  const visit = (path: string): void => {
    if (statSync(path).isDirectory()) readdirSync(path).sort().forEach((name) => visit(join(path, name)));
    else hash.update(path).update(readFileSync(path));
  };
  paths.filter((path) => existsSync(path)).forEach(visit);
  return hash.digest("hex");
}
