import { readFileSync } from "node:fs";
import { z } from "zod";
import { EnvError, type Env } from "./env";

/** The parts of Google's key file that we use. */
const KeyFile = z.object({ type: z.literal("service_account"), client_email: z.email(), private_key: z.string().startsWith("-----BEGIN PRIVATE KEY-----") });

/** The service account's key from a file or from the environment itself; null without one. Throws EnvError naming the variable that is wrong. */
export function readServiceAccountKey(env: Pick<Env, "GOOGLE_SERVICE_ACCOUNT_FILE" | "GOOGLE_SERVICE_ACCOUNT_JSON">): { email: string; privateKey: string } | null {
  const { GOOGLE_SERVICE_ACCOUNT_FILE: path, GOOGLE_SERVICE_ACCOUNT_JSON: json } = env;
  if (json !== undefined) return parseKey("GOOGLE_SERVICE_ACCOUNT_JSON", json);
  return path === undefined ? null : parseKey("GOOGLE_SERVICE_ACCOUNT_FILE", readKeyFile(path));
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new EnvError("The environment is not usable:\n  GOOGLE_SERVICE_ACCOUNT_FILE must name a file that can be read");
  }
}

/** Says nothing of what it read: it may be a key. */
function parseKey(variable: string, text: string): { email: string; privateKey: string } {
  const key = KeyFile.safeParse(parseJson(text)).data;
  if (key === undefined) throw new EnvError(`The environment is not usable:\n  ${variable} must hold the JSON key of a Google service account, with type, client_email and private_key`);
  return { email: key.client_email, privateKey: key.private_key };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
