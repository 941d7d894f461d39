import { RateLimiterMemory } from "rate-limiter-flexible";
import { expect, test } from "vitest";
import { leasedPoints } from "./leased-points";

/** A counter of `points` an hour that also tells how often it was asked. */
function countedAsks(points: number) {
  const memory = new RateLimiterMemory({ points, duration: 3600 });
  const asked: number[] = [];
  return {
    asked,
    consume(key: string, size: number) {
      asked.push(size);
      return memory.consume(key, size);
    },
  };
}

test("the counter is asked once for each lease, also by many at the same time", async () => {
  const counter = countedAsks(1000);
  const take = leasedPoints(counter, 20, () => 0);
  await Promise.all(Array.from({ length: 60 }, () => take("a")));
  expect(counter.asked).toEqual([20, 20, 20]);
});

test("two processes together never let more pass than the counter allows", async () => {
  const counter = countedAsks(100);
  const processes = [leasedPoints(counter, 20, () => 0), leasedPoints(counter, 20, () => 0)];
  const results = await Promise.allSettled(Array.from({ length: 300 }, (_, index) => processes[index % 2]!("a")));
  const passed = results.filter(({ status }) => status === "fulfilled").length;
  expect(passed).toBeLessThanOrEqual(100);
  expect(passed).toBeGreaterThan(100 - 2 * 20);
});

test("each actor has a lease of its own, and what is left of one ends with its window", async () => {
  const counter = countedAsks(1000);
  let now = 0;
  const take = leasedPoints(counter, 20, () => now);
  await take("a");
  await take("b");
  await take("a");
  expect(counter.asked).toEqual([20, 20]);
  now = 3_600_001;
  await take("a");
  expect(counter.asked).toEqual([20, 20, 20]);
});

test("a counter that fails is asked again the next time", async () => {
  let isDown = true;
  const memory = new RateLimiterMemory({ points: 100, duration: 3600 });
  const take = leasedPoints({ consume: (key, size) => (isDown ? Promise.reject(new Error("down")) : memory.consume(key, size)) }, 20, () => 0);
  await expect(take("a")).rejects.toThrow("down");
  isDown = false;
  await take("a");
});
