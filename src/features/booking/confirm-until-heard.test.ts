import { expect, test, vi } from "vitest";
import { confirmUntilHeard, Unheard } from "./confirm-until-heard";

const lost = new TypeError("Failed to fetch");
const refused = Object.assign(new Error("Taken."), { data: { code: "SLOT_TAKEN", httpStatus: 409, fields: [], alternatives: [] } });

const answering = (...answers: (string | Error)[]) =>
  vi.fn(() => {
    const answer = answers.shift() ?? "too often";
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });

test("an answer that got lost is asked for once more", async () => {
  const ask = answering(lost, "booked");
  expect(await confirmUntilHeard(ask, 0)).toBe("booked");
  expect(ask).toHaveBeenCalledTimes(2);
});

test("a refusal is final, at once or after a lost answer", async () => {
  const ask = answering(refused);
  await expect(confirmUntilHeard(ask, 0)).rejects.toBe(refused);
  expect(ask).toHaveBeenCalledTimes(1);
  await expect(confirmUntilHeard(answering(lost, refused), 0)).rejects.toBe(refused);
});

test("who hears nothing twice is not told that nothing was saved", async () => {
  const unheard = await confirmUntilHeard(answering(lost, lost), 0).catch((error: unknown) => error);
  expect(unheard).toBeInstanceOf(Unheard);
  const message = unheard instanceof Unheard ? unheard.refusal.message : "";
  expect(message).toContain("we do not know whether your appointment is booked");
  expect(message).not.toContain("Nothing was saved");
});
