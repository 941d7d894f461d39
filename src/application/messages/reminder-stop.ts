import { uuidv7 } from "uuidv7";
import type { Db, Tx } from "@/platform/db";

/** An e-mail address and the provider who writes to it. */
export interface MailLine {
  readonly providerId: string;
  readonly address: string;
}

/** Whether an address wants no reminders from a provider, by the latest entry of the ledger. */
export async function isReminderStopped(db: Pick<Db | Tx, "reminderStop">, { providerId, address }: MailLine): Promise<boolean> {
  const latest = await db.reminderStop.findFirst({ where: { providerId, address: address.toLowerCase() }, orderBy: [{ at: "desc" }, { id: "desc" }], select: { isStopped: true } });
  return latest?.isStopped ?? false;
}

/** Notes that an address wants no reminders from a provider, or wants them again; what holds already is not noted twice. `now` is epoch ms. */
export async function recordReminderStop(tx: Tx, line: MailLine, entry: { isStopped: boolean; source: "one-click" | "owner" }, now: number): Promise<void> {
  if ((await isReminderStopped(tx, line)) === entry.isStopped) return;
  await tx.reminderStop.create({ data: { id: uuidv7(), providerId: line.providerId, address: line.address.toLowerCase(), ...entry, at: new Date(now) } });
}
