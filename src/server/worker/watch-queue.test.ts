import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { watchQueue } from "./watch-queue";

const ONE = { worker: { workerId: "one" } };
const TWO = { worker: { workerId: "two" } };

function scene() {
  const events = new EventEmitter();
  const watch = watchQueue(events);
  const emit = (event: string, ...about: object[]) => events.emit(event, Object.assign({}, ...about));
  const pass = (ticks: number, meanwhile = () => {}) => {
    for (let i = 0; i < ticks; i += 1) {
      watch.tick();
      meanwhile();
    }
    return watch.isSilent();
  };
  return { watch, emit, pass };
}

test("a queue that never made a worker is silent after forty seconds", () => {
  const { pass } = scene();
  expect([pass(19), pass(1)]).toEqual([false, true]);
});

test("one worker that is stuck does not make the queue begin anew while another asks; when no free one asks, it is silent", () => {
  const { emit, pass } = scene();
  emit("worker:create", ONE);
  emit("worker:create", TWO);
  expect(pass(60, () => emit("worker:getJob:start", TWO))).toBe(false);
  expect([pass(19), pass(1)]).toEqual([false, true]);
  emit("worker:getJob:empty", ONE);
  expect(pass(0)).toBe(false);
});

test("a worker with a long job in hand is not silent, and its job stays in hand until a while after its end", () => {
  const { watch, emit, pass } = scene();
  const job = { job: { id: "7" } };
  emit("worker:create", ONE);
  emit("job:start", ONE, job);
  expect(pass(500)).toBe(false);
  expect(watch.inHand({ ending: false })).toEqual(["7"]);
  emit("job:complete", ONE, job);
  expect([watch.inHand({ ending: false }), watch.inHand({ ending: true })]).toEqual([[], ["7"]]);
  pass(16);
  expect(watch.inHand({ ending: true })).toEqual([]);
  expect(pass(4)).toBe(true);
});
