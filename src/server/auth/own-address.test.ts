import { expect, test } from "vitest";
import { ownAddress } from "./auth-options";

const BASE = "https://clinic.example";

test.each([
  ["/my/bookings?x=1", `${BASE}/my/bookings?x=1`],
  [`${BASE}/provider`, `${BASE}/provider`],
  ["provider", `${BASE}/provider`],
])("%s stays", (url, expected) => {
  expect(ownAddress(url, BASE)).toBe(expected);
});

test.each(["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "https://clinic.example.evil.example", "https://clinic.example@evil.example", "javascript:alert(1)", "http://clinic.example/", "http://%"])("%s leads home", (url) => {
  expect(ownAddress(url, BASE)).toBe(BASE);
});
