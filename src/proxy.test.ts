import { NextRequest } from "next/server";
import { afterEach, expect, test, vi } from "vitest";
import { proxy } from "./proxy";

afterEach(() => vi.unstubAllEnvs());

const answered = (path: string, origin = "https://clinic.example") => {
  vi.stubEnv("PUBLIC_ORIGIN", origin);
  return proxy(new NextRequest(`${origin}${path}`)).headers;
};

test("an answer can be framed, opened and sniffed by nobody, and each has a nonce of its own", () => {
  const [one, other] = [answered("/"), answered("/")];
  expect(one.get("x-frame-options")).toBe("DENY");
  expect(one.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(one.get("x-content-type-options")).toBe("nosniff");
  const policy = one.get("content-security-policy") ?? "";
  for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"]) expect(policy.split("; ")).toContain(rule);
  expect(policy).not.toContain("unsafe-eval");
  expect(policy).not.toBe(other.get("content-security-policy"));
});

test("browsers are told to come back by https where the site is served so, and nowhere else", () => {
  expect(answered("/").get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  expect(answered("/", "http://localhost:3000").get("strict-transport-security")).toBeNull();
});

test.each(["/m/abc", "/s/abc", "/my/bookings", "/provider/schedule", "/admin", "/sign-in"])("%s is private: not stored, not indexed, its address given to nobody", (path) => {
  const headers = answered(path);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-robots-tag")).toBe("noindex");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
});

test.each(["/", "/p/amara-okafor", "/c/lindenhof", "/messages"])("%s is public", (path) => {
  expect(answered(path).get("cache-control")).toBeNull();
  expect(answered(path).get("x-robots-tag")).toBeNull();
});
