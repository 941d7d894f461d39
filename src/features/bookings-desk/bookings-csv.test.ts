import { describe, expect, it } from "vitest";
import { csvCell } from "./bookings-csv";

describe("csvCell", () => {
  it("turns what a spreadsheet would run into text", () => {
    expect(csvCell("=HYPERLINK(\"http://x\")")).toBe("\"'=HYPERLINK(\"\"http://x\"\")\"");
    expect(csvCell("+491701234567")).toBe("\"'+491701234567\"");
    expect(csvCell("@cmd")).toBe("\"'@cmd\"");
    expect(csvCell("-1")).toBe("\"'-1\"");
  });

  it("quotes commas, quotes and line breaks, and leaves plain words alone", () => {
    expect(csvCell('Kern, "Anna"\nB')).toBe('"Kern, ""Anna""\nB"');
    expect(csvCell("Anna Kern")).toBe("Anna Kern");
    expect(csvCell(30)).toBe("30");
  });
});
