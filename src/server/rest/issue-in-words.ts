import type { z } from "zod";

const KINDS: Readonly<Record<string, string>> = { string: "text", number: "a number", int: "a whole number", boolean: "true or false", object: "an object", array: "a list" };
const UNITS: Readonly<Record<string, string>> = { string: " characters", array: " entries" };

const bound = (origin: string, limit: number | bigint, which: "at most" | "at least") => `must ${origin in UNITS ? "have" : "be"} ${which} ${limit}${UNITS[origin] ?? ""}`;

/** What is allowed, for schemas that have no words of their own. */
export const issueInWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is required" : `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case "too_big":
      return bound(issue.origin, issue.maximum, "at most");
    case "too_small":
      return bound(issue.origin, issue.minimum, "at least");
    case "invalid_value":
      return `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.join(", ")}`;
    default:
      return "is not what is allowed here";
  }
};
