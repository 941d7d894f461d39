import { uuidv7 } from "uuidv7";
import { issueManageLink, newManageLink } from "@/application/booking/manage-link";
import { announce } from "@/application/messages/announce";
import { sendMessage } from "@/application/messages/send-message";
import type { AppContext } from "@/application/shared/context";
import { decideAndWrite } from "@/application/shared/decide-and-write";
import type { BookingChange } from "@/application/shared/enqueue";
import type { Ports } from "@/application/shared/ports";
import type { Prisma } from "@/generated/prisma/client";
import { buildProvider } from "@tests/support/builders/build-provider";
import { proveNumber } from "@tests/support/builders/prove-number";
import { buildVisit } from "@tests/support/builders/build-visit";
import type { TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";

export type MessageScene = Awaited<ReturnType<typeof buildMessageScene>>;

/** A tenant with one booking whose patient can be reached on every channel, and the verbs acting on it as the worker does. */
export async function buildMessageScene(
  database: TestDatabase,
  options: { ports?: Partial<Ports>; now: number | (() => number); visit?: Parameters<typeof buildVisit>[2]; provider?: Partial<Prisma.ProviderUncheckedCreateInput>; service?: Partial<Prisma.ServiceUncheckedCreateInput>; phone?: string | null },
) {
  const built = await buildProvider(database.db, { provider: { phone: "+493055500001", ...options.provider }, ...(options.service && { service: options.service }) });
  const visit = await buildVisit(database.db, built, { locationId: built.locationId, mode: "IN_PERSON", channels: ["EMAIL", "SMS"], ...options.visit });
  const phone = options.phone === undefined ? `+4930${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}` : options.phone;
  const patient = await database.db.patient.update({ where: { id: visit.patientId ?? "" }, data: { phone } });
  await proveNumber(database.db, { seriesId: visit.seriesId, phone });
  const app: AppContext = testContext(database, { actor: { kind: "system", job: "test" }, now: options.now, ports: options.ports ?? {}, publicOrigin: "https://clinic.example" });
  const link = await newManageLink(app);
  await decideAndWrite(app, async (_, changes) => issueManageLink(changes, link, visit.seriesId, visit.endsAt.getTime() + 86_400_000));
  const messages = () => database.db.message.findMany({ where: { OR: [{ bookingId: visit.id }, { providerId: built.providerId }] }, orderBy: { id: "asc" } });
  return {
    app, built, visit, patient, messages,
    manageUrl: `https://clinic.example/m/${link.token}`,
    announce: (change: BookingChange, version = visit.version) => announce(app, { bookingId: visit.id, version, change }),
    /** Sends everything that is queued. */
    async sendAll() {
      for (const { id, state } of await messages()) if (state === "QUEUED") await sendMessage(app, { messageId: id });
    },
    /** One planned message to the patient, without the others. */
    async planOne(channel: "EMAIL" | "SMS" | "WHATSAPP", template = "booking-confirmed") {
      const address = channel === "EMAIL" ? (patient.email ?? "") : (phone ?? "");
      const id = uuidv7();
      return database.db.message.create({ data: { id, bookingId: visit.id, providerId: built.providerId, recipient: "PATIENT", channel, address, template, dedupeKey: id, createdAt: new Date(app.clock.now()) } });
    },
  };
}
