import { uuidv7 } from "uuidv7";
import type { Tx } from "@/platform/db";
import type { Contact } from "./read-contact";

/**
 * The provider's record of a patient: the one with the very same details, else a new one. Records of signed-in users
 * are reused by nobody else, so that typing somebody's details never shows or changes what is theirs.
 */
export async function keepPatient(tx: Tx, providerId: string, userId: string | null, contact: Contact, timeZone: string): Promise<string> {
  const { name, email, phone, channels } = contact;
  const known = await tx.patient.findFirst({ where: { providerId, userId, name, email, phone }, orderBy: { id: "asc" }, select: { id: true } });
  if (known) {
    await tx.patient.update({ where: { id: known.id }, data: { timeZone, channels } });
    return known.id;
  }
  const id = uuidv7();
  await tx.patient.create({ data: { id, providerId, userId, name, email, phone, timeZone, channels } });
  return id;
}
