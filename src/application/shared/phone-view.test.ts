import { expect, test } from "vitest";
import { formatPhone, phoneView } from "./phone-view";

test.each([
  ["+442079460110", "+44 20 7946 0110"],
  ["+493055501010", "+49 30 55501010"],
  ["+12125550140", "+1 212 555 0140"],
  ["+4915155000123", "+49 1515 5000123"],
  ["", ""],
  ["ask at the desk", "ask at the desk"],
])("%s reads %s", (stored, text) => {
  expect(formatPhone(stored)).toBe(text);
});

test("a view keeps what is dialled", () => {
  expect(phoneView("+12125550140")).toEqual({ phone: "+12125550140", phoneText: "+1 212 555 0140" });
  expect(phoneView(null)).toEqual({ phone: null, phoneText: null });
});
