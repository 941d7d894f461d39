import { expect, test } from "vitest";
import { initialsOf } from "./initials-of";

test.each([
  ["Sam Rivera", "S. R."],
  ["Mara", "M."],
  ["  ana   de la cruz ", "A. C."],
  ["O'Neill-Smith Ada", "O. A."],
  ["🌻 Sam 🌻 Rivera", "S. R."],
  ["أمينة الخطيب", "أ. ا."],
  ["e\u0301lodie", "É."],
])("%j shortens to %j", (name, initials) => expect(initialsOf(name)).toBe(initials));

test.each(["", "   ", "🌻🌻", "12 34"])("%j has none", (name) => expect(initialsOf(name)).toBeNull());
