import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
/** A Chromium that comes from the package registry, for machines that can reach nothing else. */
const PACKAGED = "@sparticuz/chromium@147.0.0";

/** A Chromium for the browser tests: named by the environment, Playwright's own, the system's, Debian's, or a packaged one. */
export async function findChromium(say: (line: string) => void): Promise<string> {
  const named = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`PLAYWRIGHT_CHROMIUM_PATH must name an existing file; ${named} is none`);
    return named;
  }
  const present = [chromium.executablePath(), ...SYSTEM].find((path) => existsSync(path));
  if (present) return present;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Installing Chromium from Debian's packages");
    const apt = (...args: string[]) => spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    apt("update", "-qq");
    apt("install", "-y", "-qq", "--no-install-recommends", "chromium");
    const installed = SYSTEM.find((path) => existsSync(path));
    if (installed) return installed;
  }
  return packagedChromium(say);
}

async function packagedChromium(say: (line: string) => void): Promise<string> {
  const prefix = resolve(".data/chromium");
  const require = createRequire(join(prefix, "package.json"));
  if (!existsSync(join(prefix, "node_modules/@sparticuz/chromium"))) {
    say("Installing a packaged Chromium");
    const { status } = spawnSync("npm", ["install", "--prefix", prefix, "--no-audit", "--no-fund", PACKAGED], { stdio: "inherit" });
    if (status !== 0) throw new Error("No Chromium found, and none could be installed. Set PLAYWRIGHT_CHROMIUM_PATH.");
  }
  const { default: packaged } = (await import(require.resolve("@sparticuz/chromium"))) as { default: { executablePath(): Promise<string> } };
  return packaged.executablePath();
}
