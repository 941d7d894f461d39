import { expect, test } from "vitest";
import { phoneDigits } from "./phone-digits";

test.each([
  ["030 5550-1010", "3055501010"],
  ["+49 30 55501010", "493055501010"],
  ["0049 (30) 5550", "49305550"],
  ["555", "555"],
  ["03", null],
  ["MB-5550", null],
  ["Ada", null],
])("%s", (query, digits) => {
  expect(phoneDigits(query)).toBe(digits);
});
