import { expect, test } from "vitest";
import { chooseSender, type OwnMailState } from "./choose-sender";

const NOW = 1_000_000;
const own = (changes: Partial<OwnMailState> = {}): OwnMailState => ({
  connectionId: "c", address: "jonas@clinic.example", isSwitchedOff: false, isConnected: true, maySend: true, problem: null, pausedUntil: null, sentToday: 0, sendsPerDay: 400, ...changes,
});

test("without a wish for it nothing is said and SendGrid sends", () => {
  expect(chooseSender(null, NOW)).toEqual({ sender: "SENDGRID", note: null });
});

test.each<[string, Partial<OwnMailState>]>([
  ["all is well", {}],
  ["a pause is over", { problem: "limit", pausedUntil: NOW }],
  ["one is left of the day", { sentToday: 399 }],
])("the own mailbox sends when %s", (_, state) => {
  expect(chooseSender(own(state), NOW)).toEqual({ sender: "GMAIL", connectionId: "c", address: "jonas@clinic.example" });
});

test.each<[Partial<OwnMailState>, string]>([
  [{ isSwitchedOff: true }, "switched off on this installation"],
  [{ isConnected: false }, "no longer lets us into"],
  [{ maySend: false }, "permission to send from it is gone"],
  [{ problem: "limit", pausedUntil: NOW + 1 }, "takes no more from it for now"],
  [{ problem: "refused", pausedUntil: NOW + 1 }, "Google refused"],
  [{ sentToday: 400 }, "as many as we send"],
  [{ sendsPerDay: 0 }, "as many as we send"],
])("with %o SendGrid sends, and says why", (state, why) => {
  expect(chooseSender(own(state), NOW)).toEqual({ sender: "SENDGRID", note: expect.stringMatching(new RegExp(`^SendGrid sent it instead of jonas@clinic.example: .*${why}`)) });
});
