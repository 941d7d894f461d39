import { ZodError } from "zod";
import { AppError, ERRORS, type ErrorCode, type ErrorDetails } from "@/application/shared/errors";
import { isOverlap, isOverload } from "@/application/shared/transaction";

export interface DescribedError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
}

/** What a caller may know of any error. Unknown ones give away nothing but the request's id. */
export function describeError(error: unknown, requestId: string): DescribedError {
  if (error instanceof AppError) return { code: error.code, message: error.message, details: error.details };
  if (error instanceof ZodError) {
    return { code: "VALIDATION_FAILED", message: ERRORS.VALIDATION_FAILED.message, details: { fields: fieldProblems(error) } };
  }
  if (isOverload(error)) return { code: "OVERLOADED", message: ERRORS.OVERLOADED.message, details: { retryAfterSeconds: 2 } };
  // Every verb answers with alternatives itself; this is the net below a path that forgot.
  if (isOverlap(error)) return { code: "SLOT_TAKEN", message: ERRORS.SLOT_TAKEN.message, details: {} };
  return { code: "INTERNAL", message: `${ERRORS.INTERNAL.message} ${requestId}`, details: {} };
}

/** Each wrong field with what is allowed; unknown fields by their own names. */
export function fieldProblems(error: ZodError): { field: string; message: string }[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ field: [...path, key].join("."), message: "is not a known field" }));
    const message = issue.code === "invalid_type" && issue.input === undefined ? "is required" : issue.message;
    return [{ field: path.join(".") || "(body)", message }];
  });
}
