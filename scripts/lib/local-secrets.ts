import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export interface LocalSecrets {
  readonly AUTH_SECRET: string;
  readonly ENCRYPTION_KEYS: string;
}

/** Secrets for this machine alone, made at the first start and kept beside the data they protect. */
export function localSecrets(file: string): LocalSecrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as LocalSecrets;
  const secrets: LocalSecrets = { AUTH_SECRET: randomBytes(32).toString("base64"), ENCRYPTION_KEYS: `local:${randomBytes(32).toString("base64")}` };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
