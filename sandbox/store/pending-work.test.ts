import { expect, test } from "vitest";
import { pendingWork } from "./pending-work";

test("hundreds may wait at once without a warning, and closing ends every wait", async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on("warning", note);
  const work = pendingWork();
  expect(await work.wait(0)).toBe(true);
  const waits = Array.from({ length: 200 }, () => work.wait(60_000));
  await work.close();
  expect(new Set(await Promise.all(waits))).toEqual(new Set([false]));
  expect(await work.wait(60_000)).toBe(false);
  await new Promise((next) => setImmediate(next));
  process.off("warning", note);
  expect(warnings).toEqual([]);
});
