import { describe, expect, it } from "vitest";
import { safeReturnPath } from "./safe-return-path";

describe("safeReturnPath", () => {
  it("keeps a path of this site", () => {
    expect(safeReturnPath("/my/bookings?x=1", "/")).toBe("/my/bookings?x=1");
  });

  it.each(["https://evil.example", "//evil.example", "/\\evil.example", "/\tx", "javascript:alert(1)", "", undefined])("refuses %j", (asked) => {
    expect(safeReturnPath(asked, "/my/bookings")).toBe("/my/bookings");
  });
});
