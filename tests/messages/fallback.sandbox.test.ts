import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "@sandbox/testing/eventually";
import { sendMessage } from "@/application/messages/send-message";
import type { MessageChannel } from "@/domain/messages/message-template";
import { buildMessageScene } from "./message-scene";
import { startVendorWebhooks, type VendorWebhooks } from "./vendor-webhooks";

let vendors: VendorWebhooks;
beforeAll(async () => {
  // Nobody here has written to us first, so WhatsApp refuses free text.
  vendors = await startVendorWebhooks({ whatsappPlainText: false });
});
afterAll(() => vendors.close());

/** An announcement that is sent and followed, callbacks of the carrier included, until it has come to rest. */
async function told(channels: MessageChannel[], options: Partial<Parameters<typeof buildMessageScene>[1]> = {}) {
  const scene = await buildMessageScene(vendors.database, { ports: vendors.ports, now: Date.now, provider: { notifyByEmail: false }, ...options, visit: { startsAt: new Date(Date.now() + 3 * 86_400_000), channels, ...options.visit } });
  const story = async () => {
    const rows = await vendors.database.db.message.findMany({ where: { bookingId: scene.visit.id }, include: { insteadOf: true }, orderBy: { createdAt: "asc" } });
    return rows.map(({ channel, state, insteadOf }) => `${channel} ${state}${insteadOf ? ` for ${insteadOf.channel}` : ""}`).sort();
  };
  const comesToRest = (expected: string[]) =>
    eventually(expected.join(", "), async () => {
      await scene.sendAll();
      return JSON.stringify(await story()) === JSON.stringify([...expected].sort());
    });
  return { ...scene, story, comesToRest };
}

test("news that WhatsApp does not take goes by SMS, and by e-mail when the phone is out of reach as well", async () => {
  const reachable = await told(["WHATSAPP"]);
  await reachable.announce("confirmed");
  await reachable.comesToRest(["WHATSAPP FAILED", "SMS DELIVERED for WHATSAPP"]);

  const unreachable = await told(["WHATSAPP"], { phone: "+15005550009" });
  await unreachable.announce("confirmed");
  await unreachable.comesToRest(["WHATSAPP FAILED", "SMS FAILED for WHATSAPP", "EMAIL DELIVERED for SMS"]);
});

test("a number that the carrier refuses at once is not tried over another app", async () => {
  const { announce, comesToRest } = await told(["WHATSAPP"], { phone: "+15005550001" });
  await announce("confirmed");
  await comesToRest(["WHATSAPP FAILED", "EMAIL DELIVERED for WHATSAPP"]);
});

test("who was told over the other channel anyway is not told twice", async () => {
  const { announce, comesToRest } = await told(["WHATSAPP", "SMS", "EMAIL"], { phone: "+15005550009" });
  await announce("confirmed");
  await comesToRest(["WHATSAPP FAILED", "SMS FAILED", "EMAIL DELIVERED"]);
});

test("failure reports repeated at once plan one message", async () => {
  const { announce, comesToRest, story } = await told(["WHATSAPP"]);
  await announce("confirmed");
  await comesToRest(["WHATSAPP FAILED", "SMS DELIVERED for WHATSAPP"]);
  const reports = vendors.received.filter(({ body }) => body.includes("63016"));
  expect(reports.length).toBeGreaterThan(0);
  await Promise.all(reports.flatMap((report) => Array.from({ length: 8 }, () => vendors.deliver(report))));
  expect(await story()).toEqual(["SMS DELIVERED for WHATSAPP", "WHATSAPP FAILED"]);
});

test("a channel that is switched off is passed over, and so is one that the patient answered with STOP", async () => {
  const off = await told(["WHATSAPP"], { ports: { ...vendors.ports, whatsapp: null } });
  await off.announce("confirmed");
  await off.comesToRest(["WHATSAPP SKIPPED", "SMS DELIVERED for WHATSAPP"]);

  const stopped = await told(["SMS"], { phone: "+15005550004" });
  await stopped.announce("confirmed");
  await stopped.comesToRest(["SMS FAILED", "EMAIL DELIVERED for SMS"]);
  // The refusal was remembered: the next news is not even tried by SMS.
  await vendors.database.db.booking.update({ where: { id: stopped.visit.id }, data: { status: "CANCELLED", version: stopped.visit.version + 1 } });
  await stopped.announce("cancelled", stopped.visit.version + 1);
  await stopped.comesToRest(["SMS FAILED", "EMAIL DELIVERED for SMS", "SMS SKIPPED", "EMAIL DELIVERED for SMS"]);
});

test("what is no longer true is not told over another channel either", async () => {
  const { announce, messages, app, visit, story } = await told(["WHATSAPP"], { ports: { ...vendors.ports, whatsapp: null } });
  await announce("confirmed");
  await vendors.database.db.booking.update({ where: { id: visit.id }, data: { status: "CANCELLED" } });
  for (const { id } of await messages()) await sendMessage(app, { messageId: id });
  expect(await story()).toEqual(["WHATSAPP SKIPPED"]);
});
