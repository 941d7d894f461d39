import { expect, test } from "vitest";
import { decidePhoneCode, type CodePurpose, type SentCodes } from "./decide-phone-code";

const none: SentCodes = { toNumber: 0, toNumberByRequester: 0, byRequester: 0, besideEmail: 0, forProvider: 0 };

test.each<[string, CodePurpose, Partial<SentCodes>, ReturnType<typeof decidePhoneCode>]>([
  ["a first one", "visit", {}, null],
  ["a third to one number", "visit", { toNumber: 2 }, null],
  ["a fourth to one number, whoever asks", "visit", { toNumber: 3 }, "number"],
  ["a fourth to one number, from an account", "account", { toNumber: 3 }, "number"],
  ["its owner signing in, after three by strangers", "sign-in", { toNumber: 3 }, null],
  ["its owner again and again", "sign-in", { toNumber: 3, toNumberByRequester: 3 }, "requester"],
  ["a seventh in all", "sign-in", { toNumber: 6 }, "number"],
  ["somebody who tries numbers", "visit", { byRequester: 10 }, "requester"],
  ["many numbers beside one address", "visit", { besideEmail: 5 }, "e-mail"],
  ["a provider's page under attack", "visit", { forProvider: 60 }, "provider"],
])("%s", (_, purpose, sent, refusal) => expect(decidePhoneCode(purpose, { ...none, ...sent }, 10)).toBe(refusal));
