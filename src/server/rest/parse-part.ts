import type { z } from "zod";
import { AppError, type FieldProblem } from "@/application/shared/errors";
import { fieldProblems } from "@/server/describe-error";
import { unstorableText } from "../unstorable-text";
import { issueInWords } from "./issue-in-words";

/** Checks one part of a request. Throws VALIDATION_FAILED naming each wrong field. */
export function parsePart<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  // With `reportInput` a missing field can be told from one of a wrong type.
  const parsed = schema.safeParse(value, { reportInput: true, error: issueInWords });
  if (!parsed.success) throw new AppError("VALIDATION_FAILED", { fields: firstOfEach(fieldProblems(parsed.error)) });
  const unstorable = unstorableText(parsed.data);
  if (unstorable.length > 0) throw new AppError("VALIDATION_FAILED", { fields: unstorable });
  return parsed.data;
}

const firstOfEach = (problems: readonly FieldProblem[]) => problems.filter(({ field }, index) => problems.findIndex((other) => other.field === field) === index);
