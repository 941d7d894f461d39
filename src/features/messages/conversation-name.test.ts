import { expect, test } from "vitest";
import { conversationName } from "./conversation-name";

test.each([
  [[], "+49 30 123456"],
  [["Elena Rossi"], "Elena Rossi"],
  [["Elena Rossi", "Luca Rossi"], "Elena Rossi and Luca Rossi"],
  [["Elena Rossi", "Luca Rossi", "Mia Rossi"], "Elena Rossi and 2 others"],
])("%j reads %s", (names, expected) => {
  expect(conversationName({ names, phoneText: "+49 30 123456" })).toBe(expected);
});
