import type { z } from "zod";
import { AppError, type FieldProblem } from "@/application/shared/errors";
import { fieldProblems } from "@/server/describe-error";
import { issueInWords } from "./issue-in-words";

/** Checks one part of a request. Throws VALIDATION_FAILED naming each wrong field. */
export function parsePart<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  // With `reportInput` a missing field can be told from one of a wrong type.
  const parsed = schema.safeParse(value, { reportInput: true, error: issueInWords });
  if (!parsed.success) throw new AppError("VALIDATION_FAILED", { fields: firstOfEach(fieldProblems(parsed.error)) });
  // Only now: before, the value may be nested deeper than any walk can follow.
  const unstorable = unstorableText(parsed.data, []);
  if (unstorable.length > 0) throw new AppError("VALIDATION_FAILED", { fields: unstorable });
  return parsed.data;
}

const firstOfEach = (problems: readonly FieldProblem[]) => problems.filter(({ field }, index) => problems.findIndex((other) => other.field === field) === index);

/** PostgreSQL holds neither NUL nor half a surrogate pair; nobody means to send one. */
function unstorableText(value: unknown, path: readonly string[]): FieldProblem[] {
  if (typeof value === "string") return /[\u0000\p{Surrogate}]/u.test(value) ? [{ field: path.join(".") || "(body)", message: "must be text without NUL or broken characters" }] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => unstorableText(part, [...path, key]));
}
