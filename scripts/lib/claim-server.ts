import { Client } from "pg";

const LOCK = 1_297_302_883;

/**
 * Makes this command the only one on a local installation's data: two at once would share a database and overwrite each
 * other's sandbox. The claim ends when it is released or the process ends, however it ends.
 * Throws when another one runs.
 */
export async function claimServer(postgresUrl: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: postgresUrl });
  // Stopping the server breaks the connection, which is what ends the claim.
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ claimed: boolean }>("SELECT pg_try_advisory_lock($1) AS claimed", [LOCK]);
  if (rows[0]?.claimed) return () => client.end();
  await client.end();
  throw new Error("MedBookings is already running from this folder. Stop it first, or start another copy of the folder beside it.");
}
