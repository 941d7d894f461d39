import { describe, expect, it } from "vitest";
import { isNarrowed, readSearch, searchHref, searchInput } from "./search-address";

describe("search address", () => {
  it("reads what it knows and ignores the rest", () => {
    const terms = readSearch({ q: " skin ", mode: "video", language: ["de", "en"], other: "x" });
    expect(terms).toEqual({ q: "skin", speciality: "", city: "", language: "de", mode: "video" });
    expect(searchInput(terms)).toMatchObject({ query: "skin", mode: "ONLINE", language: "de", city: undefined });
  });

  it("takes an unknown mode for none chosen", () => {
    expect(readSearch({ mode: "toString" }).mode).toBe("");
    expect(readSearch({ mode: "telepathy" }).mode).toBe("");
  });

  it("writes an address that reads back as the same search", () => {
    const terms = readSearch({ q: "müller & co", city: "Berlin" });
    const params = Object.fromEntries(new URL(searchHref(terms), "http://localhost").searchParams);
    expect(readSearch(params)).toEqual(terms);
  });

  it("drops a term that is changed to nothing", () => {
    const terms = readSearch({ city: "Berlin" });
    expect(searchHref(terms, { city: "" })).toBe("/");
    expect(isNarrowed(terms)).toBe(true);
    expect(isNarrowed(readSearch({}))).toBe(false);
  });
});
