import fc from "fast-check";
import { expect, test } from "vitest";
import { compareEvent, type EventSides, type RemoteEdit } from "./compare-event";
import { isSameSpan, type EventSpan } from "./event-span";
import { settleEdit, type EditPolicy } from "./settle-edit";

const HOUR = 3_600_000;
const NOON = 12;
/** From noon on every time is taken. */
const refusalAt = ({ startsAt }: EventSpan) => (startsAt >= NOON * HOUR ? ("BUSY" as const) : null);
const at = (hour: number, hours = 1): EventSpan => ({ startsAt: hour * HOUR, endsAt: (hour + hours) * HOUR });

type Remote = EventSides["remote"]["span"];

/** A booking, its event and what connects them, with nothing else of the product around them. */
class World {
  clock = 100;
  local: { span: EventSpan | null; version: number; changedAt: number; endedByEdit: boolean } = { span: at(9), version: 1, changedAt: 0, endedByEdit: false };
  /** `written` is the time we wrote last: the event carries it as our mark. */
  remote: { span: Remote; written: EventSpan | null; changedAt: number; etag: number } = { span: null, written: null, changedAt: 0, etag: 0 };
  link: { base: { span: EventSpan | null } | null; seenEtag: number; synced: number | null; wantsPush: boolean } = { base: null, seenEtag: -1, synced: null, wantsPush: true };
  waiting: RemoteEdit | null = null;
  writes = 0;
  told = 0;

  constructor(readonly policy: EditPolicy) {}

  person(span: Remote) {
    if (this.remote.written === null || (this.remote.span === null && span !== null && span === "no-time")) return;
    this.remote = { ...this.remote, span, changedAt: (this.clock += 1), etag: this.remote.etag + 1 };
  }

  book(span: EventSpan | null, byEdit = false) {
    if (this.local.span === null && !byEdit) return;
    this.local = { span, version: this.local.version + 1, changedAt: (this.clock += 1), endedByEdit: byEdit && span === null };
    this.link.wantsPush = true;
    this.told += 1;
  }

  private sides(): EventSides {
    const { span, written, changedAt } = this.remote;
    return {
      base: this.link.base?.span === null ? this.link.base : written === null ? this.link.base : { span: written },
      local: { span: this.local.span, isHistory: false, isRevivable: this.local.endedByEdit, changedAt: this.local.changedAt },
      remote: { span, changedAt },
    };
  }

  /** What a read, or a refused write, does with what Google shows. */
  look() {
    if (this.remote.written === null || this.link.seenEtag === this.remote.etag) return;
    this.link.seenEtag = this.remote.etag;
    for (const operation of compareEvent(this.sides(), this.waiting)) {
      if (operation.do === "withdraw") this.waiting = null;
      if (operation.do === "propose") {
        this.waiting = operation.edit;
        this.link.wantsPush = false;
      }
      if (operation.do === "push") this.link.wantsPush = true;
      if (operation.do === "adopt") this.link = { ...this.link, base: { span: this.local.span }, synced: this.local.version, wantsPush: false };
    }
  }

  push(loses: "nothing" | "request" | "answer") {
    if (!this.link.wantsPush || loses === "request") return;
    if (this.remote.written !== null && this.remote.etag !== this.link.seenEtag) {
      this.look();
      return;
    }
    const span = this.local.span;
    if (!(span === null && this.remote.span === null)) {
      this.writes += 1;
      this.remote = { span, written: span ?? this.remote.written, changedAt: (this.clock += 1), etag: this.remote.etag + 1 };
    }
    if (loses === "answer") return;
    this.link = { base: { span }, seenEtag: this.remote.etag, synced: this.local.version, wantsPush: false };
  }

  /** The undo window is over. */
  settle() {
    const edit = this.waiting;
    if (edit === null) return;
    this.waiting = null;
    const local = this.local.span ?? at(9);
    const refusal = "to" in edit ? refusalAt(edit.to) : null;
    const settlement = settleEdit(edit, local, this.policy, refusal);
    if (settlement.do === "move") this.book(settlement.to, true);
    else if (settlement.do === "cancel") this.book(null, true);
    else if (settlement.do === "revive") this.book(settlement.to, true);
    else this.link.wantsPush = true;
  }

  calmDown() {
    for (let round = 0; round < 12; round += 1) {
      this.look();
      this.settle();
      this.push("nothing");
    }
  }
}

const hour = fc.integer({ min: 8, max: 15 });
const act = fc.oneof(
  fc.record({ do: fc.constant("person" as const), span: fc.oneof(hour.map((h) => at(h)), hour.map((h) => at(h, 2)), fc.constant("no-time" as const), fc.constant(null)) }),
  fc.record({ do: fc.constant("book" as const), span: fc.oneof({ weight: 5, arbitrary: hour.map((h) => at(h)) }, { weight: 1, arbitrary: fc.constant(null) }) }),
  fc.record({ do: fc.constant("push" as const), loses: fc.constantFrom("nothing" as const, "request" as const, "answer" as const) }),
  fc.record({ do: fc.constantFrom("look" as const, "look twice" as const, "settle" as const) }),
);
const policies = fc.record({
  answer: fc.constantFrom("FOLLOW_GOOGLE" as const, "KEEP_OURS" as const),
  impossible: fc.constantFrom("PUSH_BACK" as const, "MOVE_ANYWAY" as const),
  followsLength: fc.boolean(),
});

test("whatever people do on both sides, and whatever is lost, both sides end the same, with few writes and then none", () => {
  fc.assert(
    fc.property(policies, fc.array(act, { maxLength: 40 }), (policy, acts) => {
      const world = new World(policy);
      let people = 1;
      let lost = 0;
      for (const step of acts) {
        if (step.do === "person" || step.do === "book") people += 1;
        if (step.do === "person") world.person(step.span);
        else if (step.do === "book") world.book(step.span);
        else if (step.do === "push") {
          lost += step.loses === "answer" ? 1 : 0;
          world.push(step.loses);
        } else if (step.do === "settle") world.settle();
        else for (let i = step.do === "look" ? 1 : 2; i > 0; i -= 1) world.look();
      }
      world.calmDown();
      const { local, remote } = world;
      expect(remote.span === "no-time" ? "no-time" : isSameSpan(local.span, remote.span)).toBe(true);
      expect(world.waiting).toBeNull();
      // One write answers each act of a person; a lost answer may cost another.
      expect(world.writes).toBeLessThanOrEqual(people + lost);
      expect(world.told).toBeLessThanOrEqual(people);
      const { writes, told } = world;
      world.calmDown();
      expect([world.writes, world.told]).toEqual([writes, told]);
    }),
    { numRuns: 2_000 },
  );
});
