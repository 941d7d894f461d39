import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";

/** Rules a linter does not know: names, sizes, words, documents that tell the truth, the security floor. */

const LONGEST_FILE = 300;
/** Pure data may be longer. */
const DATA_FILES = new Set(["prisma/seed/world.ts"]);
const DRAWERS = /^(utils?|helpers?|types|misc|common|index)\.tsx?$/;
/** Framework names that are not ours to choose. */
const FIXED_NAMES = /^(\[.*|page|layout|route|loading|error|not-found|global-error|robots|sitemap|manifest|icon|opengraph-image)\b/;
const FLOORS: Record<string, string> = { next: "16.3.6", react: "19.2.6", "react-dom": "19.2.6", "next-auth": "4.24.15", "@vercel/blob": "2.3.0", zod: "4.0.0" };

const problems: string[] = [];
const files = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" }).stdout.split("\n").filter((file) => file && existsSync(file));
const code = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
if (code.length < 100) problems.push(`only ${code.length} source files were found`);

for (const file of code) {
  const name = basename(file);
  const text = readFileSync(file, "utf8");
  if (DRAWERS.test(name)) problems.push(`${file}: a drawer; name it after what it exports`);
  if (!FIXED_NAMES.test(name) && !/^\.?[a-z0-9]+(-[a-z0-9]+)*(\.(config|test|db\.test|sandbox\.test|spec|d))*\.(ts|tsx|mjs)$/.test(name)) problems.push(`${file}: file names are kebab-case`);
  const lines = text.split("\n").length;
  if (lines > LONGEST_FILE && !DATA_FILES.has(file)) problems.push(`${file}: ${lines} lines; past ${LONGEST_FILE} it is two files`);
  if (/^sandbox\//.test(file) && /from "@\//.test(text)) problems.push(`${file}: the sandbox imports nothing of src`);
}

for (const document of files.filter((file) => file.endsWith(".md"))) {
  for (const [, path] of readFileSync(document, "utf8").matchAll(/`((?:src|sandbox|prisma|tests|scripts|docs|bench|public)\/[\w\-./()[\]]+)`/g)) {
    if (path && !existsSync(path)) problems.push(`${document}: names ${path}, which does not exist`);
  }
}

const declared = new Set([...readFileSync("src/platform/env.ts", "utf8").matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name));
const example = readFileSync(".env.example", "utf8");
for (const name of declared) if (!new RegExp(`^#? ?${name}=`, "m").test(example)) problems.push(`.env.example: ${name} is missing`);

for (const [name, floor] of Object.entries(FLOORS)) {
  const manifest = `node_modules/${name}/package.json`;
  if (!existsSync(manifest)) continue;
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  if (isBelow(version, floor)) problems.push(`${name} ${version} is below the security floor ${floor}`);
}

function isBelow(version: string, floor: string): boolean {
  const [left, right] = [version, floor].map((text) => text.split("-")[0]?.split(".").map(Number) ?? []);
  for (let part = 0; part < 3; part += 1) {
    const difference = (left?.[part] ?? 0) - (right?.[part] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

for (const problem of problems) console.error(problem);
console.log(`${code.length} source files checked, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
