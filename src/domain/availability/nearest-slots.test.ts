import { describe, expect, it } from "vitest";
import { nearestSlots } from "./nearest-slots";

describe("nearestSlots", () => {
  it("takes the nearest on both sides, sorted by time", () => {
    expect(nearestSlots([10, 20, 30, 40, 50], 33, 3)).toEqual([20, 30, 40]);
  });

  it("prefers the earlier of two equally near, and leaves out the wanted time itself", () => {
    expect(nearestSlots([10, 20, 30, 40], 20, 1)).toEqual([10]);
    expect(nearestSlots([10, 20, 30, 40], 20, 3)).toEqual([10, 30, 40]);
  });

  it("takes what there is at the ends", () => {
    expect(nearestSlots([10, 20], 5, 3)).toEqual([10, 20]);
    expect(nearestSlots([10, 20], 99, 1)).toEqual([20]);
    expect(nearestSlots([], 5, 3)).toEqual([]);
    expect(nearestSlots([10], 5, 0)).toEqual([]);
  });
});
