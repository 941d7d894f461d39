import { expect, test } from "vitest";
import { connectToasts, showToast } from "./toast";

test("what was said before the outlet is there is not lost, and nothing is said twice", () => {
  const heard: string[] = [];
  showToast({ title: "first" });
  const disconnect = connectToasts((message) => heard.push(message.title));
  showToast({ title: "second" });
  disconnect();
  showToast({ title: "third" });
  expect(heard).toEqual(["first", "second"]);
  connectToasts((message) => heard.push(message.title))();
  expect(heard).toEqual(["first", "second", "third"]);
});
