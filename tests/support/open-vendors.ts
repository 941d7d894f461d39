import { afterAll } from "vitest";
import { defaultOptions } from "@sandbox/sandbox-options";
import { startTestSandbox } from "@sandbox/testing/sandbox-clients";
import { createSendgridEmail } from "@/integrations/sendgrid/sendgrid-email";
import { createTestDatabase } from "@tests/support/database/create-test-database";

/** A database and a sandbox of this test file's own, closed after its tests. */
export async function openVendors() {
  const [database, sandbox] = await Promise.all([createTestDatabase(), startTestSandbox()]);
  afterAll(async () => {
    await Promise.all([database.destroy(), sandbox.close()]);
  });
  return { database, sandbox };
}

/** E-mail by SendGrid's library, handed to the sandbox at `origin`; given up after `timeoutMs`. */
export const sandboxEmail = (origin: string, timeoutMs?: number) =>
  createSendgridEmail({ apiKey: defaultOptions.sendgridApiKey, baseUrl: `${origin}/sendgrid`, fromEmail: "visits@clinic.example", fromName: "MedBookings", ...(timeoutMs === undefined ? {} : { timeoutMs }) });
