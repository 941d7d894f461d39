import { expect, test } from "vitest";
import { bookForCaller } from "@/application/booking/book-for-caller";
import { answerText } from "@/application/messages/answer-text";
import { recordDelivery } from "@/application/messages/record-delivery";
import { receiveText } from "@/application/messages/receive-text";
import { getPhoneCheck, provePhone, requestPhoneCode } from "@/application/phones/phone-check";
import { sendPhoneCode } from "@/application/phones/send-phone-code";
import { GUEST, personActor, providerActor } from "@tests/support/booking-requests";
import { DAY, MINUTE, openPhones, slot } from "./open-phones";
import { codeIn, wrong } from "./phone-scene";

const { database, clock, clinic, newPhone, guest, scene, asked } = await openPhones();

test("until its code is typed a number gets the code and nothing else; then it gets what was kept back", async () => {
  const { texts, emails, phone, code, byLink, work, seriesId } = await asked();
  expect(texts.map(({ to, body }) => [to, codeIn(body)])).toEqual([[phone, code]]);
  expect(texts[0]?.body.slice(6)).not.toMatch(/Ada|Dr Test|26/);
  expect(emails).toHaveLength(1);
  expect(await getPhoneCheck(byLink)).toEqual({ status: "sent", ending: phone.slice(-2), hasEmail: true });
  expect(await provePhone(byLink, { code })).toMatchObject({ status: "proven" });
  await work();
  expect(texts).toHaveLength(2);
  expect(texts[1]).toMatchObject({ to: phone, body: expect.stringContaining("https://clinic.example/s/") });
  expect(emails).toHaveLength(1);
  expect(await database.db.phoneProof.findUnique({ where: { seriesId } })).toMatchObject({ phone, source: "code" });
  expect(await database.db.auditEntry.findFirst({ where: { action: "phone.prove", subjectId: seriesId } })).toMatchObject({ actorKind: "link", providerId: clinic.built.providerId });
  await expect(provePhone(byLink, { code })).rejects.toMatchObject({ code: "POLICY_REFUSED" });
});

test("of a code only a keyed digest is kept, and nothing of it once it was sent", async () => {
  const { code, seriesId, phone } = await asked();
  const row = await database.db.phoneCode.findFirstOrThrow({ where: { seriesId } });
  expect(row).toMatchObject({ outcome: "sent", digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(JSON.stringify(row)).not.toContain(code);
  expect(await database.db.message.findFirstOrThrow({ where: { address: phone, template: "phone-code" } })).toMatchObject({ state: "SENT", bodyCiphertext: null, textDigests: [] });
});

test("a code that cannot arrive leaves nothing behind either, and the page says so", async () => {
  const { byLink, work, as, seriesId } = await asked();
  const code = await database.db.phoneCode.findFirstOrThrow({ where: { seriesId } });
  const key = { dedupeKey: `phone-code:${code.id}` };
  await database.db.message.update({ where: key, data: { state: "QUEUED", vendorId: null, sentAt: null, bodyCiphertext: "unread", usefulUntil: new Date(clock.now - MINUTE) } });
  await work();
  expect(await database.db.message.findUnique({ where: key })).toMatchObject({ state: "EXPIRED", bodyCiphertext: null, textDigests: [] });
  expect(await getPhoneCheck(byLink)).toMatchObject({ status: "refused" });
  const other = await asked(slot(4));
  const sent = await database.db.message.update({ where: { dedupeKey: `phone-code:${(await database.db.phoneCode.findFirstOrThrow({ where: { seriesId: other.seriesId } })).id}` }, data: { state: "SENDING", bodyCiphertext: "unread" } });
  await recordDelivery(as({ kind: "system", job: "test" }), { vendor: "twilio", eventId: `${sent.id}:failed`, body: {}, messageId: sent.id, vendorId: "SM1", report: "FAILED", failureCode: "30006" });
  expect(await database.db.message.findUnique({ where: { id: sent.id } })).toMatchObject({ state: "FAILED", bodyCiphertext: null });
  expect(await getPhoneCheck(other.byLink)).toMatchObject({ status: "refused" });
});

test("who skips the code gets e-mail only, and who has no e-mail address nothing, which their page says", async () => {
  const skipping = await asked();
  await skipping.work();
  expect([skipping.texts.length, skipping.emails.length]).toEqual([1, 1]);
  const messages = await database.db.message.findMany({ where: { bookingId: skipping.id, template: "booking-confirmed" } });
  expect(messages.map(({ channel, state }) => `${channel} ${state}`).sort()).toEqual(["EMAIL SENT", "SMS SKIPPED"]);
  const all = scene();
  const silent = await all.book(clinic.built, { startsAt: slot(4), actor: guest("x"), phone: newPhone(), channels: ["SMS"] });
  await silent.tell();
  await all.work();
  expect([all.texts.length, all.emails.length]).toEqual([1, 0]);
  expect(await getPhoneCheck(silent.byLink)).toMatchObject({ status: "sent", hasEmail: false });
});

test("WhatsApp is kept back as well: a number is a number", async () => {
  const all = scene();
  const phone = newPhone();
  const booked = await all.book(clinic.built, { startsAt: slot(0), actor: guest("w"), phone, email: "w@example.test", channels: ["WHATSAPP"] });
  await booked.tell();
  await all.work();
  await all.work();
  expect(all.texts.map(({ channel }) => channel)).toEqual(["SMS"]);
  expect(all.emails).toHaveLength(1);
  await provePhone(booked.byLink, { code: codeIn(all.texts[0]?.body) });
  await all.work();
  expect(all.texts.map(({ channel }) => channel)).toEqual(["SMS", "WHATSAPP"]);
});

test("forty guesses at once have five tries; then even the right code counts no more", async () => {
  const { code, byLink, seriesId } = await asked();
  const outcomes = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => provePhone(byLink, { code: wrong(code, n + 1) })));
  const told = outcomes.map((outcome) => (outcome.status === "rejected" && outcome.reason instanceof Error ? outcome.reason.message : "taken"));
  expect(told.filter((message) => message.startsWith("This is not the code"))).toHaveLength(5);
  expect(told.filter((message) => message.startsWith("This code has run out"))).toHaveLength(35);
  await expect(provePhone(byLink, { code })).rejects.toMatchObject({ code: "POLICY_REFUSED" });
  expect(await database.db.phoneProof.count({ where: { seriesId } })).toBe(0);
});

test("the right code typed many times at once counts once; after ten minutes not at all", async () => {
  const { code, byLink } = await asked();
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => provePhone(byLink, { code })));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const late = await asked(slot(2));
  clock.now += 10 * MINUTE;
  await expect(provePhone(late.byLink, { code: late.code })).rejects.toMatchObject({ code: "POLICY_REFUSED" });
  expect(await getPhoneCheck(late.byLink)).toMatchObject({ status: "ended" });
});

test("another code comes on request, not twice a minute, three times a day at most; only the latest that was sent counts", async () => {
  const { code, byLink, texts, work } = await asked();
  const again = async () => {
    const view = await requestPhoneCode(byLink, "visitor");
    await work();
    return view.status;
  };
  expect(await again()).toBe("sent");
  expect(texts).toHaveLength(1);
  clock.now += MINUTE;
  expect(await again()).toBe("sending");
  expect(texts).toHaveLength(2);
  await expect(provePhone(byLink, { code })).rejects.toThrow("This is not the code");
  for (let n = 0; n < 4; n += 1) {
    clock.now += MINUTE;
    await again();
  }
  expect(texts).toHaveLength(3);
  // What the limit refused takes nothing from the code that is on the phone.
  expect(await getPhoneCheck(byLink)).toMatchObject({ status: "kept" });
  expect(await provePhone(byLink, { code: codeIn(texts[2]?.body) })).toMatchObject({ status: "proven" });
});

test("a code that a worker came too late for can be asked for again", async () => {
  const all = scene();
  const booked = await all.book(clinic.built, { startsAt: slot(0), actor: guest("late"), phone: newPhone(), channels: ["SMS"] });
  clock.now += DAY;
  await all.work();
  expect(all.texts).toEqual([]);
  expect(await getPhoneCheck(booked.byLink)).toMatchObject({ status: "refused" });
  await expect(provePhone(booked.byLink, { code: "123456" })).rejects.toMatchObject({ code: "POLICY_REFUSED" });
  expect(await requestPhoneCode(booked.byLink, "visitor")).toMatchObject({ status: "sending" });
  await all.work();
  expect(await provePhone(booked.byLink, { code: codeIn(all.texts[0]?.body) })).toMatchObject({ status: "proven" });
});

test("nothing shows that a number, or the very same person, is known already", async () => {
  const known = await asked();
  await provePhone(known.byLink, { code: known.code });
  const { name, email } = await database.db.patient.findFirstOrThrow({ where: { phone: known.phone } });
  const same = await known.book(clinic.built, { startsAt: slot(6), actor: guest("same"), phone: known.phone, name, email: email ?? "" });
  const other = await known.book(clinic.built, { startsAt: slot(8), actor: guest("other"), phone: known.phone, name: "Another", email: "another@example.test" });
  const fresh = await known.book(clinic.built, { startsAt: slot(10), actor: guest("fresh"), phone: newPhone(), email: "fresh@example.test" });
  for (const one of [same, other, fresh]) expect((await getPhoneCheck(one.byLink)).status).toBe("sending");
  expect(Object.keys(same.confirmation)).toEqual(Object.keys(fresh.confirmation));
  await same.tell();
  await known.work();
  expect(known.texts.filter(({ to }) => to === known.phone).map(({ body }) => codeIn(body) !== "")).toEqual([true, false, true, true]);
});

test("STOP and countries without SMS are obeyed before any code", async () => {
  const all = scene();
  const phone = newPhone();
  await database.db.textConsent.create({ data: { id: crypto.randomUUID(), channel: "SMS", ourNumber: "+15005550006", address: phone, isOptedOut: true, source: "reply", at: new Date(clock.now) } });
  const stopped = await all.book(clinic.built, { startsAt: slot(0), actor: guest("s"), phone, email: "s@example.test" });
  await all.work();
  expect(all.texts).toEqual([]);
  expect(await getPhoneCheck(stopped.byLink)).toMatchObject({ status: "refused" });
  const abroad = scene({ smsCountries: new Set(["GB"]) });
  const away = await abroad.book(clinic.built, { startsAt: slot(2), actor: guest("a"), phone: newPhone(), email: "a@example.test", channels: ["WHATSAPP"] });
  await abroad.work();
  expect(abroad.texts).toEqual([]);
  expect(await getPhoneCheck(away.byLink)).toMatchObject({ status: "refused" });
});

test("a number that its owner proved for their account needs no code again; another's account does not help", async () => {
  const all = scene();
  const phone = newPhone();
  const owner = await database.db.user.create({ data: { email: `owner-${phone}@example.test`, phone, phoneVerifiedAt: new Date(clock.now) } });
  const stranger = await database.db.user.create({ data: { email: `stranger-${phone}@example.test`, phone } });
  const own = await all.book(clinic.built, { startsAt: slot(0), actor: personActor(owner.id), phone, email: "o@example.test" });
  const foreign = await all.book(clinic.built, { startsAt: slot(2), actor: personActor(stranger.id), phone, email: "f@example.test" });
  expect((await getPhoneCheck(own.byLink)).status).toBe("proven");
  expect((await getPhoneCheck(foreign.byLink)).status).toBe("sending");
  expect(await database.db.phoneProof.findMany({ where: { phone } })).toMatchObject([{ seriesId: own.seriesId, source: "owner" }]);
});

test("what was agreed at the desk counts: one text says so first, also for the next visit; else the number is asked", async () => {
  const all = scene();
  const desk = all.as(providerActor(clinic.built));
  const call = async (startsAt: string, phone: string, agreedToTexts?: boolean) => {
    all.about(phone);
    const { id } = await bookForCaller(desk, { providerId: clinic.built.providerId, service: clinic.built.serviceSlug, startsAt, mode: "IN_PERSON", patient: { name: "Caller", phone }, timeZone: "Europe/London", ...(agreedToTexts && { agreedToTexts }) });
    await all.greet(id);
    await all.work();
    return database.db.phoneProof.findUnique({ where: { seriesId: id } });
  };
  const phone = newPhone();
  expect(await call(slot(0), phone, true)).toMatchObject({ source: "desk", phone });
  expect(await call(slot(2), phone)).toMatchObject({ source: "desk", phone });
  expect(all.texts).toHaveLength(1);
  expect(all.texts[0]?.body).toMatch(/^.+: you gave us this number .* STOP/);
  expect(await call(slot(4), newPhone())).toBeNull();
  expect(all.texts.map(({ body }) => codeIn(body) !== "")).toEqual([false, true]);
});

test("who answers the code's text with YES is texted from then on, and hears of no visit that others booked with the number", async () => {
  const own = await asked();
  const { phone, texts, work } = own;
  const says = async (body: string) => {
    clock.now += MINUTE;
    await receiveText(own.system, { channel: "SMS", ourNumber: "+15005550006", address: phone, vendorId: `SM${crypto.randomUUID()}`, body, button: null, optOutType: null });
    const { id } = await database.db.inboundMessage.findFirstOrThrow({ where: { address: phone }, orderBy: { receivedAt: "desc" } });
    await answerText(own.system, { inboundId: id });
    await work();
  };
  await says("Yes");
  expect(await database.db.phoneProof.findUnique({ where: { seriesId: own.seriesId } })).toMatchObject({ phone, source: "reply" });
  expect(texts.filter(({ body }) => body.includes("/s/"))).toHaveLength(1);
  const foreign = await own.book(clinic.built, { startsAt: slot(48), actor: guest("stranger"), phone, email: "stranger@example.test", name: "Mallory", channels: ["SMS"] });
  await work();
  await says("C");
  expect(texts.at(-1)?.body).toContain("Reply C again");
  expect((await database.db.textQuestion.findFirstOrThrow({ where: { address: phone } })).bookingIds).toEqual([own.id]);
  expect(await database.db.phoneProof.findUnique({ where: { seriesId: foreign.seriesId } })).toBeNull();
});

test("whoever has a mistyped number cannot move or cancel the visit: a person reads what they write, and a YES still answers the code", async () => {
  const { id, seriesId, phone, texts, system, work } = await asked();
  const says = async (body: string) => {
    clock.now += MINUTE;
    await receiveText(system, { channel: "SMS", ourNumber: "+15005550006", address: phone, vendorId: `SM${crypto.randomUUID()}`, body, button: null, optOutType: null });
    const latest = { where: { address: phone }, orderBy: { receivedAt: "desc" as const } };
    await answerText(system, { inboundId: (await database.db.inboundMessage.findFirstOrThrow(latest)).id });
    await work();
    return (await database.db.inboundMessage.findFirstOrThrow(latest)).outcome;
  };
  for (const body of ["C", "C", "R", "1"]) expect(await says(body)).toBe("hand-over");
  expect(texts.slice(1).filter(({ body }) => body.includes("http"))).toEqual([]);
  expect(await database.db.textQuestion.count({ where: { address: phone } })).toBe(0);
  expect(await database.db.booking.findUnique({ where: { id } })).toMatchObject({ status: "CONFIRMED" });
  expect(await database.db.conversation.findFirst({ where: { address: phone } })).toMatchObject({ providerId: clinic.built.providerId, unread: 4 });
  expect(await says("Yes")).toBe("confirm");
  expect(await database.db.phoneProof.findUnique({ where: { seriesId } })).toMatchObject({ phone, source: "reply" });
  expect(await says("C")).toBe("ask-cancel");
});

test("a YES right after a code answers that code, though the number is proven for another visit", async () => {
  const own = await asked();
  const { phone, system, work } = own;
  await provePhone(own.byLink, { code: own.code });
  await work();
  clock.now += MINUTE;
  const next = await own.book(clinic.built, { startsAt: slot(6), actor: guest("again"), phone, email: "again@example.test" });
  await work();
  clock.now += MINUTE;
  await receiveText(system, { channel: "SMS", ourNumber: "+15005550006", address: phone, vendorId: `SM${crypto.randomUUID()}`, body: "YES", button: null, optOutType: null });
  await answerText(system, { inboundId: (await database.db.inboundMessage.findFirstOrThrow({ where: { address: phone } })).id });
  expect(await database.db.phoneProof.findUnique({ where: { seriesId: next.seriesId } })).toMatchObject({ phone, source: "reply" });
});

test("only the worker sends codes, and only the bearer of the visit's link sees or proves its number", async () => {
  const { as, byLink, phone } = await asked();
  await expect(sendPhoneCode(byLink, { codeId: crypto.randomUUID() })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  for (const verb of [getPhoneCheck(as(GUEST)), provePhone(as(GUEST), { code: "123456" }), requestPhoneCode(as(GUEST), "x")]) await expect(verb).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
  expect(JSON.stringify(await getPhoneCheck(byLink))).not.toContain(phone.slice(1, -2));
});
