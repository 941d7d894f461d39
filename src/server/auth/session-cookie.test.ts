import { expect, test } from "vitest";
import { sessionTokenOf } from "./session-cookie";

const ORIGIN = "http://localhost:3000";

test("the session token is found among other cookies", () => {
  expect(sessionTokenOf("a=1; next-auth.session-token=abc%2Bd; b=2", ORIGIN)).toBe("abc+d");
  expect(sessionTokenOf("xnext-auth.session-token=abc", ORIGIN)).toBeNull();
  expect(sessionTokenOf(null, ORIGIN)).toBeNull();
  expect(sessionTokenOf("next-auth.session-token=abc", "https://clinic.example")).toBeNull();
});

test.each(["%", "%E0%A4%A", "a%zz"])("a broken cookie (%s) is nobody's session, not a failure", (value) => {
  expect(sessionTokenOf(`next-auth.session-token=${value}`, ORIGIN)).toBeNull();
});
