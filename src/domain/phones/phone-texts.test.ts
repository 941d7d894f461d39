import { expect, test } from "vitest";
import { LANGUAGES } from "@/domain/messages/language";
import { readReply } from "@/domain/messages/read-reply";
import { smsSegments } from "@/domain/messages/sms-segments";
import { phoneCodeText, phoneHelloText } from "./phone-texts";

const CLINICS = ["Lindenhof", "Praxisgemeinschaft Łukasz Öztürk-Fernández & Partner mbB am Königsplatz", "東京クリニック東京クリニック東京クリニック東京クリニック"];

test.each(LANGUAGES)("%s: every text about a number is one segment and begins with what matters", (language) => {
  for (const clinic of CLINICS) {
    expect(smsSegments(phoneCodeText(language, "004219", clinic))).toBe(1);
    expect(phoneCodeText(language, "004219", clinic)).toMatch(/^004219 .*STOP/);
    expect(smsSegments(phoneHelloText(language, clinic))).toBe(1);
  }
  expect(smsSegments(phoneCodeText(language, "004219", null))).toBe(1);
  expect(phoneCodeText(language, "004219", null)).toMatch(/^004219 .*MedBookings/);
});

test.each([["en", "YES"], ["de", "JA"], ["es", "SI"], ["fr", "OUI"], ["pt", "SIM"]] as const)("%s: the word it asks for is one that is understood", (language, word) => {
  expect(phoneCodeText(language, "123456", "Clinic")).toContain(` ${word}`);
  expect(["confirm", "start"]).toContain(readReply(word).kind);
});
