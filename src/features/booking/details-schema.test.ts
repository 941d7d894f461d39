import { describe, expect, it } from "vitest";
import { emptyDraft, type DetailsDraft } from "./details-draft";
import { detailsSchema, problemInWords } from "./details-schema";

const draft = (changes: Partial<DetailsDraft>): DetailsDraft => ({ ...emptyDraft(null), patient: { name: "Sam Lee", email: "sam@example.test", phone: "" }, ...changes });
const problems = (value: DetailsDraft, mode: "IN_PERSON" | "PHONE" = "IN_PERSON") => detailsSchema(mode).safeParse(value).error?.issues.map((issue) => issue.path.join(".")) ?? [];

describe("detailsSchema", () => {
  it("accepts a name and an e-mail address, and leaves the empty phone out", () => {
    const parsed = detailsSchema("IN_PERSON").parse(draft({}));
    expect(parsed.patient).toEqual({ name: "Sam Lee", email: "sam@example.test", phone: undefined });
  });

  it("asks for a way to reach the patient for each channel", () => {
    expect(problems(draft({ channels: ["EMAIL", "SMS"] }))).toEqual(["patient.phone"]);
    expect(problems(draft({ channels: ["EMAIL"], patient: { name: "Sam", email: "", phone: "030 123456" } }))).toEqual(["patient.email"]);
    expect(problems(draft({ channels: [] }))).toEqual(["channels"]);
  });

  it("asks for a number to call for a visit by phone", () => {
    expect(problems(draft({}), "PHONE")).toEqual(["patient.phone"]);
  });
});

describe("problemInWords", () => {
  it("makes sentences of a schema's fragments", () => {
    expect(problemInWords("patient.name", "must not be empty")).toBe("Your name is missing.");
    expect(problemInWords("patient.phone", "is needed to be told by SMS or WhatsApp")).toBe("The phone number is needed to be told by SMS or WhatsApp.");
    expect(problemInWords("channels", "Choose one.")).toBe("Choose one.");
  });
});
