import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeStarts, orderFairly } from "./any-provider";

const starts = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 }).map((list) => list.toSorted((a, b) => a - b));
const staff = fc.uniqueArray(fc.record({ providerId: fc.constantFrom("a", "b", "c", "d", "e"), starts }), { selector: ({ providerId }) => providerId });
const counts = fc.array(fc.tuple(fc.constantFrom<string[]>("a", "b", "c", "d"), fc.nat({ max: 4 }))).map((list) => new Map(list));

test("a start is offered exactly when somebody is free, by exactly those, in order and once", () => {
  fc.assert(
    fc.property(staff, (free) => {
      const merged = mergeStarts(free);
      for (let at = 0; at <= 30; at += 1) {
        const those = free.filter((one) => one.starts.includes(at)).map(({ providerId }) => providerId).toSorted();
        expect(merged.filter(({ startsAt }) => startsAt === at)).toEqual(those.length === 0 ? [] : [{ startsAt: at, providerIds: those }]);
      }
      expect(merged.map(({ startsAt }) => startsAt)).toEqual(merged.map(({ startsAt }) => startsAt).toSorted((a, b) => a - b));
    }),
  );
});

test("the order of providers changes nothing", () => {
  fc.assert(fc.property(staff, (free) => void expect(mergeStarts(free.toReversed())).toEqual(mergeStarts(free))));
});

test("everybody is asked once, whoever has least to do first, always in the same order", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray<string>(["a", "b", "c", "d"]), counts, (ids, visits) => {
      const order = orderFairly(ids, visits);
      expect(order.toSorted()).toEqual(ids.toSorted());
      expect(orderFairly(ids.toReversed(), visits)).toEqual(order);
      order.slice(1).forEach((id, index) => {
        const [before, after] = [visits.get(order[index] ?? "") ?? 0, visits.get(id) ?? 0];
        expect(before < after || (before === after && (order[index] ?? "") < id)).toBe(true);
      });
    }),
  );
});

test("visits given one by one spread evenly", () => {
  const visits = new Map<string, number>();
  for (let turn = 0; turn < 9; turn += 1) {
    const [first = ""] = orderFairly(["a", "b", "c"], visits);
    visits.set(first, (visits.get(first) ?? 0) + 1);
  }
  expect([...visits.values()]).toEqual([3, 3, 3]);
});
