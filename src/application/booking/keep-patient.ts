import { uuidv7 } from "uuidv7";
import type { Sql } from "@/application/shared/sql";
import type { Contact } from "./read-contact";

/** Equality that an index can serve, written for the values at hand. */
const same = (column: string, parameter: string, value: string | null) => (value === null ? `${column} IS NULL` : `${column} = ${parameter}`);

/**
 * The provider's record of a patient: the one with the very same details, else a new one, in one statement. Records of
 * signed-in users are reused by nobody else, so that typing somebody's details never shows or changes what is theirs.
 */
export async function keepPatient(sql: Sql, providerId: string, userId: string | null, contact: Contact, timeZone: string): Promise<string> {
  const { name, email, phone, channels } = contact;
  const [row] = await sql<{ id: string }>(
    `WITH given AS (SELECT $1::uuid AS id, $2::uuid AS provider_id, $3::uuid AS user_id, $4::text AS name, $5::text AS email, $6::text AS phone, $7::text AS time_zone, $8::text[]::message_channel[] AS channels),
     known AS (
       UPDATE patient SET time_zone = given.time_zone, channels = given.channels FROM given
       WHERE patient.id = (SELECT id FROM patient WHERE provider_id = $2::uuid AND name = $4::text
         AND ${same("user_id", "$3::uuid", userId)} AND ${same("email", "$5::text", email)} AND ${same("phone", "$6::text", phone)} ORDER BY id LIMIT 1)
       RETURNING patient.id
     ), fresh AS (
       INSERT INTO patient (id, provider_id, user_id, name, email, phone, time_zone, channels)
       SELECT id, provider_id, user_id, name, email, phone, time_zone, channels FROM given WHERE NOT EXISTS (SELECT FROM known)
       RETURNING id
     )
     SELECT id FROM known UNION ALL SELECT id FROM fresh`,
    [uuidv7(), providerId, userId, name, email, phone, timeZone, channels],
  );
  if (!row) throw new Error("a patient was neither found nor written");
  return row.id;
}
