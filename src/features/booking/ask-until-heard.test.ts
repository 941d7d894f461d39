import { afterEach, expect, test, vi } from "vitest";
import { askUntilHeard } from "./ask-until-heard";

/** A tab's storage, which a reload keeps. */
function openTab() {
  const kept = new Map<string, string>();
  const sessionStorage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
  vi.stubGlobal("window", { sessionStorage });
  vi.stubGlobal("navigator", { cookieEnabled: true });
}
afterEach(() => vi.unstubAllGlobals());

type Asking = Parameters<Parameters<typeof askUntilHeard>[1]>[0];
const taken = Object.assign(new Error("taken"), { data: { code: "SLOT_TAKEN", httpStatus: 409, fields: [] } });
const lost = new TypeError("fetch failed");

test("what was not heard is asked again under the same token, also after a reload, until the server has said something", async () => {
  openTab();
  const askings: Asking[] = [];
  const answering = (...outcomes: (Error | string)[]) => async (asking: Asking) => {
    askings.push(asking);
    const outcome = outcomes.shift();
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  await expect(askUntilHeard("ten", answering(lost, lost), [0])).rejects.toBe(lost);
  expect(await askUntilHeard("ten", answering("held"), [])).toBe("held");
  expect(askings.map(({ isAgain }) => isAgain)).toEqual([false, true, true]);
  expect(new Set(askings.map(({ holdToken }) => holdToken)).size).toBe(1);
  expect(askings[0]?.holdToken).toMatch(/^[\w-]{43}$/);

  await expect(askUntilHeard("ten", answering(taken), [0])).rejects.toBe(taken);
  await askUntilHeard("ten", answering("held"));
  expect(askings.slice(3).map(({ isAgain }) => isAgain)).toEqual([false, false]);
  expect(new Set(askings.map(({ holdToken }) => holdToken)).size).toBe(3);
});

test("a browser that refuses storage still asks again under the same token", async () => {
  vi.stubGlobal("window", {});
  const tokens: string[] = [];
  const ask = async ({ holdToken, isAgain }: Asking) => {
    tokens.push(holdToken);
    if (!isAgain) throw lost;
    return "held";
  };
  expect(await askUntilHeard("ten", ask, [0])).toBe("held");
  expect(tokens[1]).toBe(tokens[0]);
});
