import { generateKeyPairSync } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const EMAIL = "medbookings@demo-clinic.iam.gserviceaccount.com";
/** Whose people it may act for: everybody the sandbox knows. */
const DOMAINS = ["example.com", "medbookings.example"];

/** The demonstration's service account: a key made once per directory, and what the sandbox knows of it. */
export function localServiceAccount(directory: string): { keyFile: string; sandboxFile: string } {
  const [keyFile, sandboxFile] = [join(directory, "service-account.json"), join(directory, "sandbox-service-accounts.json")];
  if (!existsSync(keyFile) || !existsSync(sandboxFile)) {
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048, publicKeyEncoding: { type: "spki", format: "pem" }, privateKeyEncoding: { type: "pkcs8", format: "pem" } });
    writeFileSync(sandboxFile, JSON.stringify([{ email: EMAIL, publicKey, domains: DOMAINS }], null, 2));
    writeFileSync(keyFile, JSON.stringify({ type: "service_account", client_email: EMAIL, private_key: privateKey }, null, 2), { mode: 0o600 });
  }
  return { keyFile, sandboxFile };
}
