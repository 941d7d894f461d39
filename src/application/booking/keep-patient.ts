import { uuidv7 } from "uuidv7";
import type { Changes } from "@/application/shared/changes";
import type { Language } from "@/domain/messages/language";
import { Prisma } from "@/generated/prisma/client";
import type { Contact } from "./read-contact";

/** Equality that an index can serve, written for the value at hand. */
const is = (column: string, value: string | null, type: string) =>
  value === null ? Prisma.sql`${Prisma.raw(column)} IS NULL` : Prisma.sql`${Prisma.raw(column)} = ${value}::${Prisma.raw(type)}`;

/**
 * Keeps the provider's record of a patient: the one with the very same details, else a new one. Returns its id as an
 * expression for other parts of the same change. Records of signed-in users are reused by nobody else, and a guest's is
 * left as it is: typing somebody's details never shows or changes what is theirs.
 */
export function keepPatient(changes: Changes, providerId: string, userId: string | null, contact: Contact, timeZone: string, language: Language | null): Prisma.Sql {
  const { name, email, phone, channels } = contact;
  const known = Prisma.sql`SELECT id FROM patient WHERE provider_id = ${providerId}::uuid AND name = ${name}
      AND ${is("user_id", userId, "uuid")} AND ${is("email", email, "text")} AND ${is("phone", phone, "text")} ORDER BY id LIMIT 1`;
  const renewed = Prisma.sql`UPDATE patient SET time_zone = ${timeZone}, language = coalesce(${language}, language), channels = ${channels}::text[]::message_channel[] WHERE id = (${known}) RETURNING id`;
  changes.write("known_patient", userId === null ? known : renewed);
  changes.write("new_patient", Prisma.sql`
    INSERT INTO patient (id, provider_id, user_id, name, email, phone, time_zone, language, channels)
    SELECT ${uuidv7()}::uuid, ${providerId}::uuid, ${userId}::uuid, ${name}, ${email}, ${phone}, ${timeZone}, ${language}, ${channels}::text[]::message_channel[]
    WHERE NOT EXISTS (SELECT FROM known_patient)
    RETURNING id`);
  return Prisma.sql`(SELECT id FROM known_patient UNION ALL SELECT id FROM new_patient)`;
}
