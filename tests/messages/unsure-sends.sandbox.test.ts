import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { sendMessage } from "@/application/messages/send-message";
import { buildMessageScene } from "./message-scene";
import { OUR_NUMBER, startVendorWebhooks, type VendorWebhooks } from "./vendor-webhooks";

let vendors: VendorWebhooks;
/** Moves the application's clock ahead of the machine's. */
let ahead = 0;
const now = () => Date.now() + ahead;
// No report comes: what became of a send is found out by asking, or not at all.
beforeAll(async () => void (vendors = await startVendorWebhooks({ keepsBack: true })));
afterAll(() => vendors.close());
beforeEach(async () => {
  ahead = 0;
  await vendors.sandbox.call("DELETE", "/_sandbox/faults");
});

const scene = (options: Partial<Parameters<typeof buildMessageScene>[1]> = {}) => buildMessageScene(vendors.database, { ports: vendors.ports, now, ...options, visit: { startsAt: new Date(Date.now() + 5 * 86_400_000), ...options.visit } });
const fault = (body: object) => vendors.sandbox.call("POST", "/_sandbox/faults", body);
const inbox = async (to: string): Promise<unknown[]> => (await vendors.sandbox.call("GET", `/_sandbox/messages?to=${encodeURIComponent(to)}`)).body.messages;

test("giving up after a day does not count the time a message was held back on purpose", async () => {
  const { planOne, app, messages } = await scene();
  const { id } = await planOne("SMS");
  const day = 24 * 3_600_000;
  await vendors.database.db.message.update({ where: { id }, data: { createdAt: new Date(now() - 2 * day), heldUntil: new Date(now() - day + 60_000) } });
  await fault({ vendor: "twilio", status: 500, method: "POST" });
  await expect(sendMessage(app, { messageId: id })).rejects.toMatchObject({ kind: "transient" });
  expect((await messages())[0]?.state).not.toBe("FAILED");
  ahead = 120_000;
  await sendMessage(app, { messageId: id });
  expect(await messages()).toMatchObject([{ state: "FAILED", failure: expect.stringContaining("Given up after a day") }]);
});

test("what may have arrived is not told over another channel too, neither when it is given up nor when its channel is switched off meanwhile", async () => {
  for (const end of ["given up", "switched off", "stopped"] as const) {
    await vendors.sandbox.call("DELETE", "/_sandbox/faults");
    ahead = 0;
    const { app, announce, messages, patient } = await scene({ provider: { notifyByEmail: false }, visit: { channels: ["SMS"] } });
    await announce("confirmed");
    const [{ id = "" } = {}] = await messages();
    if (end === "given up") await vendors.database.db.message.update({ where: { id }, data: { createdAt: new Date(now() - 25 * 3_600_000) } });
    await fault({ vendor: "twilio", drop: true, after: true, method: "POST", times: 1 });
    const trying = sendMessage(app, { messageId: id });
    if (end === "given up") await trying;
    else await expect(trying).rejects.toMatchObject({ failure: { isAmbiguous: true } });
    if (end === "switched off") await sendMessage({ ...app, ports: { ...app.ports, sms: null } }, { messageId: id });
    if (end === "stopped") {
      // Nor can the carrier be asked.
      await fault({ vendor: "twilio", match: "Messages", status: 403, method: "GET" });
      await vendors.database.db.textConsent.create({ data: { id, channel: "SMS", ourNumber: OUR_NUMBER, address: patient.phone ?? "", isOptedOut: true, source: "reply", at: new Date() } });
      ahead = 301_000;
      await sendMessage(app, { messageId: id });
    }
    expect((await messages()).map(({ channel, state }) => `${channel} ${state}`), end).toEqual([end === "given up" ? "SMS FAILED" : "SMS SKIPPED"]);
    expect(await inbox(patient.phone ?? ""), end).toHaveLength(1);
    expect(await inbox(patient.email ?? ""), end).toEqual([]);
  }
});

test.each(["SMS", "WHATSAPP"] as const)("%s: a lost reply is found although the wording was changed meanwhile", async (channel) => {
  const { planOne, app, messages, patient, built } = await scene();
  const { id } = await planOne(channel);
  await fault({ vendor: "twilio", drop: true, after: true, method: "POST", times: 1 });
  await expect(sendMessage(app, { messageId: id })).rejects.toMatchObject({ failure: { isAmbiguous: true } });
  await vendors.database.db.messageWording.create({ data: { id, organizationId: built.organizationId, template: "booking-confirmed", language: "en", sms: "See you on {when}. {link}" } });
  await vendors.database.db.provider.update({ where: { id: built.providerId }, data: { name: "Dr Another Name" } });
  ahead = 30_000;
  await sendMessage(app, { messageId: id });
  expect(await messages()).toMatchObject([{ state: "SENT", attempts: 2 }]);
  expect(await inbox(patient.phone ?? "")).toHaveLength(1);
});
