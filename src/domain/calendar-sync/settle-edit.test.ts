import { expect, test } from "vitest";
import type { RemoteEdit } from "./compare-event";
import { DEFAULT_EDIT_POLICY, refusalForProvider, settleEdit, wantedBy, wantedSpan, type EditPolicy } from "./settle-edit";

const MINUTE = 60_000;
const local = { startsAt: 0, endsAt: 30 * MINUTE };
const to = { startsAt: 60 * MINUTE, endsAt: 90 * MINUTE };
const longer = { startsAt: 0, endsAt: 45 * MINUTE };
const moved: RemoteEdit = { kind: "move", to };
const cancelled: RemoteEdit = { kind: "cancel" };
const policy = (change: Partial<EditPolicy>): EditPolicy => ({ ...DEFAULT_EDIT_POLICY, ...change });
const settle = (edit: RemoteEdit, change: Partial<EditPolicy>, refusal: Parameters<typeof settleEdit>[3] = null) => settleEdit(edit, local, policy(change), refusal);

test("by default Google is followed where the rules allow it, and put back where they do not", () => {
  expect(settle(moved, {})).toEqual({ do: "move", to, refusal: null });
  expect(settle(moved, {}, "BUSY")).toEqual({ do: "push-back", refusal: "BUSY" });
  expect(settle(cancelled, {})).toEqual({ do: "cancel" });
});

test("who wants it is moved over what is in the way, but never into the past", () => {
  expect(settle(moved, { impossible: "MOVE_ANYWAY" }, "BUSY")).toEqual({ do: "move", to, refusal: "BUSY" });
  expect(settle(moved, { impossible: "MOVE_ANYWAY" }, "IN_THE_PAST")).toEqual({ do: "push-back", refusal: "IN_THE_PAST" });
});

test("who wants to be asked is asked, also about the impossible", () => {
  expect(settle(moved, { answer: "ASK_ME" })).toEqual({ do: "ask", refusal: null });
  expect(settle(moved, { answer: "ASK_ME" }, "BUSY")).toEqual({ do: "ask", refusal: "BUSY" });
  expect(settle(cancelled, { answer: "ASK_ME" })).toEqual({ do: "ask", refusal: null });
  expect(settle(moved, { answer: "ASK_ME" }, "IN_THE_PAST")).toEqual({ do: "push-back", refusal: "IN_THE_PAST" });
});

test("who keeps the booked time gets their event back", () => {
  expect(settle(moved, { answer: "KEEP_OURS" })).toEqual({ do: "push-back", refusal: "KEEPS_OURS" });
  expect(settle(cancelled, { answer: "KEEP_OURS" })).toEqual({ do: "push-back", refusal: "KEEPS_OURS" });
});

test("a changed length counts only where the provider wants it", () => {
  expect(settle({ kind: "move", to: longer }, {})).toEqual({ do: "push-back", refusal: "LENGTH_KEPT" });
  expect(settle({ kind: "move", to: longer }, { followsLength: true })).toEqual({ do: "move", to: longer, refusal: null });
  const movedAndLonger = { startsAt: to.startsAt, endsAt: to.endsAt + 15 * MINUTE };
  expect(settle({ kind: "move", to: movedAndLonger }, {})).toEqual({ do: "move", to, refusal: null });
  expect(wantedSpan(local, { startsAt: 0, endsAt: 0 }, true)).toEqual(local);
  expect(wantedSpan(local, { startsAt: 0, endsAt: 48 * 60 * MINUTE }, true)).toEqual(local);
});

test("one deletion of many is asked about, unless what is booked is kept anyway or the visit has begun", () => {
  const oneOfMany = (edit: RemoteEdit, change: Partial<EditPolicy>, hasBegun = false) => settleEdit(edit, local, policy(change), null, { oneOfMany: true, hasBegun });
  for (const answer of ["FOLLOW_GOOGLE", "ASK_ME"] as const) expect(oneOfMany(cancelled, { answer })).toEqual({ do: "ask", refusal: "MANY_DELETED" });
  expect(oneOfMany(cancelled, { answer: "KEEP_OURS" })).toEqual({ do: "push-back", refusal: "KEEPS_OURS" });
  expect(oneOfMany(cancelled, {}, true)).toEqual({ do: "let-go" });
  expect(oneOfMany(moved, {})).toEqual({ do: "move", to, refusal: null });
});

test("an event brought back revives its visit while the time is free", () => {
  expect(settle({ kind: "restore", to }, {})).toEqual({ do: "revive", to });
  expect(settle({ kind: "restore", to }, {}, "BUSY")).toEqual({ do: "push-back", refusal: "BUSY" });
});

test("a visit that has begun while its edit waited keeps its time, and its deleted event may go", () => {
  const begun = (edit: RemoteEdit, change: Partial<EditPolicy>) => settleEdit(edit, local, policy(change), null, { hasBegun: true });
  for (const answer of ["FOLLOW_GOOGLE", "ASK_ME"] as const) {
    expect(begun(cancelled, { answer })).toEqual({ do: "let-go" });
    expect(begun(moved, { answer, impossible: "MOVE_ANYWAY" })).toEqual({ do: "push-back", refusal: "HISTORY" });
  }
  expect(begun(cancelled, { answer: "KEEP_OURS" })).toEqual({ do: "push-back", refusal: "KEEPS_OURS" });
});

test("a visit that comes back has the length it was booked with, though lengths are followed", () => {
  const shorter = { startsAt: to.startsAt, endsAt: to.startsAt + 15 * MINUTE };
  expect(wantedBy({ kind: "restore", to: shorter }, local, { followsLength: true })).toEqual(to);
  expect(wantedBy({ kind: "move", to: shorter }, local, { followsLength: true })).toEqual(shorter);
  expect(wantedBy(cancelled, local, { followsLength: true })).toBeNull();
});

test("an event without a time is put back under every policy", () => {
  for (const answer of ["FOLLOW_GOOGLE", "ASK_ME", "KEEP_OURS"] as const) expect(settle({ kind: "unusable" }, { answer, impossible: "MOVE_ANYWAY" })).toEqual({ do: "push-back", refusal: "NO_TIME" });
});

test("the grid of starts does not bind the provider's own hand; what is in the way does", () => {
  expect(refusalForProvider("OFF_GRID")).toBeNull();
  expect(refusalForProvider("BUSY")).toBe("BUSY");
  expect(refusalForProvider(null)).toBeNull();
});
