import fc from "fast-check";
import { expect, test } from "vitest";
import { decideReply, QUESTION_MS, type ComingVisit, type OpenQuestion, type ReplyFacts } from "./decide-reply";
import { readButton, readReply } from "./read-reply";

const NOW = 1_800_000_000_000;
const visit = (bookingId: string, more: Partial<ComingVisit> = {}): ComingVisit => ({ bookingId, reference: bookingId.toUpperCase(), isPending: false, mayCancel: true, mayMove: true, ...more });
const decide = (text: string, facts: Partial<ReplyFacts> = {}) => decideReply({ intent: readReply(text), receivedAt: NOW, isOptedOut: false, isKnown: true, isUnproven: false, visits: [visit("a")], question: null, writtenAbout: [], ...facts });
const asked = (more: Partial<OpenQuestion> = {}): OpenQuestion => ({ kind: "cancel-sure", command: "cancel", bookingIds: ["a"], leavingAt: NOW - 61_000, askedAt: NOW - 60_000, expiresAt: NOW - 60_000 + QUESTION_MS, ...more });

test("one coming visit is meant without asking", () => {
  expect(decide("YES")).toEqual({ do: "confirm", bookingId: "a" });
  expect(decide("oui", { visits: [visit("a", { isPending: true })] })).toEqual({ do: "not-answered-yet", bookingId: "a" });
  expect(decide("R")).toEqual({ do: "send-link", bookingId: "a" });
  expect(decide("R", { visits: [visit("a", { mayMove: false })] })).toEqual({ do: "refuse-move", bookingId: "a" });
});

test("C asks first, and cancels only when it answers the question in time", () => {
  expect(decide("C")).toEqual({ do: "ask-cancel", bookingId: "a" });
  expect(decide("C", { question: asked() })).toEqual({ do: "cancel", bookingId: "a" });
  expect(decide("C", { question: asked({ leavingAt: null, askedAt: null }) })).toEqual({ do: "wait" });
  expect(decide("C", { question: asked({ leavingAt: NOW, askedAt: NOW }) })).toEqual({ do: "wait" });
  expect(decide("C", { question: asked({ expiresAt: NOW - 1 }) })).toEqual({ do: "ask-cancel", bookingId: "a" });
  expect(decide("C", { question: asked({ bookingIds: ["gone"] }) })).toEqual({ do: "ask-cancel", bookingId: "a" });
  expect(decide("C", { question: asked(), visits: [visit("a", { mayCancel: false })] })).toEqual({ do: "refuse-cancel", bookingId: "a" });
  expect(decide("C", { visits: [visit("a", { mayCancel: false })] })).toEqual({ do: "refuse-cancel", bookingId: "a" });
});

test("a C that comes while the question is being sent may answer it: it is asked once more, and nobody waits in vain", () => {
  for (const askedAt of [null, NOW, NOW + 500]) expect(decide("C", { question: asked({ leavingAt: NOW - 1, askedAt }), visits: [visit("a"), visit("b")] })).toEqual({ do: "ask-cancel", bookingId: "a" });
  expect(decide("C", { question: asked({ leavingAt: NOW - 2, askedAt: NOW - 1 }) })).toEqual({ do: "cancel", bookingId: "a" });
});

test("with several visits the one we wrote about is meant, else we ask by a numbered list", () => {
  const visits = [visit("a"), visit("b")];
  expect(decide("yes", { visits, writtenAbout: ["b"] })).toEqual({ do: "confirm", bookingId: "b" });
  expect(decide("yes", { visits, writtenAbout: ["a", "b"] })).toEqual({ do: "ask-which", command: "confirm", bookingIds: ["a", "b"] });
  const question = asked({ kind: "which", bookingIds: ["a", "b"] });
  expect(decide("2", { visits, question })).toEqual({ do: "ask-cancel", bookingId: "b" });
  expect(decide("3", { visits, question })).toEqual({ do: "hand-over" });
  expect(decide("2", { visits })).toEqual({ do: "hand-over" });
  expect(decide("c", { visits: Array.from({ length: 7 }, (_, index) => visit(String(index))) })).toEqual({ do: "hand-over" });
});

test("a button means the visit it names, whatever else was written about, and never cancels", () => {
  const visits = [visit("a"), visit("b")];
  const press = (payload: string, facts: Partial<ReplyFacts> = {}) => decide("Cancel", { intent: readButton(payload) ?? { kind: "other" }, visits, writtenAbout: ["b"], ...facts });
  expect(press("confirm:a")).toEqual({ do: "confirm", bookingId: "a" });
  expect(press("confirm")).toEqual({ do: "confirm", bookingId: "b" });
  expect(press("move:a")).toEqual({ do: "send-link", bookingId: "a" });
  expect(press("cancel:a")).toEqual({ do: "ask-cancel", bookingId: "a" });
  expect(press("cancel:a", { question: asked() })).toEqual({ do: "ask-cancel", bookingId: "a" });
  expect(press("cancel", { visits: [visit("a")], question: asked() })).toEqual({ do: "ask-cancel", bookingId: "a" });
  expect(press("cancel:gone")).toEqual({ do: "hand-over" });
  expect(press("confirm:a", { isKnown: false })).toEqual({ do: "hand-over" });
});

test("YES after STOP subscribes again and confirms nothing; before, it confirms", () => {
  expect(decide("YES", { isOptedOut: true })).toEqual({ do: "opt-in" });
  expect(decide("CANCEL")).toEqual({ do: "opt-out" });
});

test.each(["YES", "C", "R", "1"])("%s from a number for which nobody answers is read by a person", (text) => {
  expect(decide(text, { visits: [], isUnproven: true })).toEqual({ do: "hand-over" });
});

test("unknown numbers are read by a person; known ones without a visit are told so", () => {
  expect(decide("C", { isKnown: false, visits: [] })).toEqual({ do: "hand-over" });
  expect(decide("YES", { visits: [] })).toEqual({ do: "nothing-coming" });
  expect(decide("Help", { isKnown: false, visits: [] })).toEqual({ do: "help" });
});

test("whatever is written, nothing cancels unless it is a plain C that answers our question", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("CANCEL", "cancel it", "C?", "yes", "1", "👍", "cc", "C C")), fc.boolean(), (text, isAsked) => {
      const decision = decide(text, { question: isAsked ? asked() : null });
      if (decision.do === "cancel") expect([isAsked, readReply(text).kind]).toEqual([true, "cancel"]);
    }),
  );
});
