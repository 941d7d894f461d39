#!/usr/bin/env node
// `node scripts/run.mjs <task> [arguments]`: installs what is missing, then runs scripts/<task>.ts. Plain JavaScript, because nothing is installed yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`MedBookings needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
process.chdir(root);
process.env.CHECKPOINT_DISABLE ??= "1";
process.env.NEXT_TELEMETRY_DISABLED ??= "1";

const hashOf = (files) => files.reduce((hash, file) => hash.update(readFileSync(file)), createHash("sha256")).digest("hex");

/** Runs `work` unless `stamp` says that it was done for the same `files`. */
function once(stamp, files, label, work) {
  const hash = hashOf(files);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  console.log(`• ${label}`);
  work();
  writeFileSync(stamp, hash);
}

function must(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env }, shell: process.platform === "win32" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

once("node_modules/.installed-lock", ["package-lock.json"], "Installing packages (a minute or so the first time)", () => must("npm", ["ci", "--no-audit", "--no-fund"]));

const schema = readdirSync("prisma/schema").map((file) => join("prisma/schema", file));
// Generating needs no native engine; a harmless stand-in keeps Prisma from downloading one.
once("src/generated/.from-schema", ["package-lock.json", ...schema], "Generating the database client", () =>
  must(process.execPath, ["node_modules/prisma/build/index.js", "generate"], process.platform === "win32" ? {} : { PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true" }),
);

// Settings for this installation; what the shell sets wins.
if (existsSync(".env")) process.loadEnvFile(".env");

const [task, ...rest] = process.argv.slice(2);
const script = join(root, "scripts", `${task}.ts`);
if (!task || !existsSync(script)) {
  console.error(`Unknown task "${task ?? ""}".`);
  process.exit(1);
}
process.argv = [process.argv[0], script, ...rest];
const { register } = await import("tsx/esm/api");
register();
await import(pathToFileURL(script).href);
