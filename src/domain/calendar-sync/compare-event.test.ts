import { expect, test } from "vitest";
import { compareEvent, isSameEdit, type EventSides, type RemoteEdit } from "./compare-event";

const HOUR = 3_600_000;
const at = (hour: number) => ({ startsAt: hour * HOUR, endsAt: (hour + 1) * HOUR });
const NINE = at(9);
const TEN = at(10);
const ELEVEN = at(11);
const move = (hour: number): RemoteEdit => ({ kind: "move", to: at(hour) });

interface Change {
  base?: EventSides["base"];
  local?: Partial<EventSides["local"]>;
  remote?: Partial<EventSides["remote"]>;
}
/** A visit at nine on which both sides agree; the booking was made at instant 10, the event last touched at instant 20. */
const sides = ({ base = { span: NINE }, local, remote }: Change): EventSides => ({
  base,
  local: { span: NINE, isHistory: false, isRevivable: false, changedAt: 10, ...local },
  remote: { span: NINE, changedAt: 20, ...remote },
});
const ops = (change: Change, waiting: RemoteEdit | null = null) =>
  compareEvent(sides(change), waiting).map((operation) => (operation.do === "propose" ? `propose ${operation.edit.kind}` : operation.do === "flag" ? `flag ${operation.because}` : operation.do));

test.each<[string, Change, string[]]>([
  ["an echo", {}, ["adopt"]],
  ["milliseconds that Google drops", { local: { span: { startsAt: NINE.startsAt + 400, endsAt: NINE.endsAt + 400 } } }, ["adopt"]],
  ["our own write whose answer was lost", { local: { span: TEN }, remote: { span: TEN } }, ["adopt"]],
  ["a title changed there while our move is still to be written", { local: { span: TEN } }, ["push"]],
  ["moved there", { remote: { span: TEN } }, ["propose move"]],
  ["deleted there", { remote: { span: null } }, ["propose cancel"]],
  ["made an all-day event", { remote: { span: "no-time" } }, ["propose unusable"]],
  ["only its end moved", { remote: { span: { startsAt: NINE.startsAt, endsAt: TEN.endsAt } } }, ["propose move"]],
  ["moved on both sides, later there", { local: { span: TEN, changedAt: 15 }, remote: { span: ELEVEN } }, ["propose move"]],
  ["moved on both sides, later here", { local: { span: TEN, changedAt: 25 }, remote: { span: ELEVEN } }, ["flag LATER_CHANGE", "push"]],
  ["moved on both sides, and Google does not say when", { local: { span: TEN }, remote: { span: ELEVEN, changedAt: null } }, ["flag LATER_CHANGE", "push"]],
  ["moved on both sides to the same time", { local: { span: TEN }, remote: { span: TEN } }, ["adopt"]],
  ["moved here, deleted there before", { local: { span: TEN, changedAt: 25 }, remote: { span: null } }, ["flag LATER_CHANGE", "push"]],
  ["moved here, deleted there after", { local: { span: TEN }, remote: { span: null } }, ["propose cancel"]],
  ["taken away by us unnoticed, then wanted again", { local: { changedAt: 25 }, remote: { span: null } }, ["push"]],
  ["cancelled here and deleted there", { local: { span: null }, remote: { span: null } }, ["adopt"]],
  ["cancelled here, moved there later", { local: { span: null }, remote: { span: TEN } }, ["push"]],
  ["cancelled here, the event still standing", { local: { span: null } }, ["push"]],
  ["begun, then moved there", { local: { isHistory: true }, remote: { span: TEN } }, ["flag HISTORY", "push"]],
  ["over, then deleted there", { local: { isHistory: true }, remote: { span: null } }, ["let-go"]],
  ["never agreed on, yet standing elsewhere", { base: null, remote: { span: TEN } }, ["push"]],
  ["taken away by us, its tombstone listed", { base: { span: null }, local: { span: null }, remote: { span: null } }, ["adopt"]],
  ["taken away by us, asked for again, the tombstone listed", { base: { span: null }, remote: { span: null } }, ["push"]],
  ["brought back there after it was deleted there", { base: { span: null }, local: { span: null, isRevivable: true } }, ["propose restore"]],
  ["brought back there after a cancellation here", { base: { span: null }, local: { span: null } }, ["push"]],
])("%s", (_name, change, expected) => {
  expect(ops(change)).toEqual(expected);
});

test("an edit that waits is proposed once, changed with the event, and withdrawn when the event goes back", () => {
  expect(ops({ remote: { span: TEN } }, move(10))).toEqual([]);
  expect(ops({ remote: { span: ELEVEN } }, move(10))).toEqual(["propose move"]);
  expect(ops({ remote: { span: null } }, move(10))).toEqual(["propose cancel"]);
  expect(ops({}, move(10))).toEqual(["withdraw", "adopt"]);
  expect(ops({ local: { span: TEN } }, move(11))).toEqual(["withdraw", "push"]);
  expect(ops({ local: { span: null } }, { kind: "cancel" })).toEqual(["withdraw", "push"]);
});

test("edits are the same when they ask for the same", () => {
  expect(isSameEdit(move(9), move(9))).toBe(true);
  expect(isSameEdit(move(9), { kind: "restore", to: NINE })).toBe(false);
  expect(isSameEdit({ kind: "cancel" }, { kind: "cancel" })).toBe(true);
  expect(isSameEdit({ kind: "cancel" }, { kind: "unusable" })).toBe(false);
});
