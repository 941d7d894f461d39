import { expect, test } from "vitest";
import { CLAIM_FRESH_MS, CLAIM_MS, decideRecovery } from "./decide-recovery";

test("what the vendor knows is kept", () => {
  expect(decideRecovery("found", "EMAIL", 0, 1)).toEqual({ do: "keep" });
});

test("what the vendor does not know is sent again, once it could have known", () => {
  expect(decideRecovery("absent", "EMAIL", 0, 19_999)).toEqual({ do: "wait", until: 20_000 });
  expect(decideRecovery("absent", "EMAIL", 0, 20_000)).toEqual({ do: "send-again", isCertain: true });
  expect(decideRecovery("absent", "SMS", 0, 5_000)).toEqual({ do: "send-again", isCertain: true });
});

test("a vendor that cannot be asked is given time to report by itself", () => {
  expect(decideRecovery("unavailable", "SMS", 0, 299_999)).toMatchObject({ do: "wait" });
  expect(decideRecovery("unavailable", "SMS", 0, 300_000)).toEqual({ do: "send-again", isCertain: false });
});

test("what Google cannot tell is given up at once, because it would report nothing later and nobody is to get it twice", () => {
  expect(decideRecovery("unavailable", "GMAIL", 0, 1)).toEqual({ do: "give-up" });
  expect(decideRecovery("absent", "GMAIL", 0, 19_999)).toEqual({ do: "wait", until: 20_000 });
  expect(decideRecovery("absent", "GMAIL", 0, 20_000)).toEqual({ do: "send-again", isCertain: true });
});

test("a slow worker gives up well before its claim is taken over: a vendor call lasts ten seconds at most", () => {
  expect(CLAIM_FRESH_MS + 10_000).toBeLessThan(CLAIM_MS);
});
