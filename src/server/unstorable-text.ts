import type { FieldProblem } from "@/application/shared/errors";

/** PostgreSQL holds neither NUL nor half a surrogate pair; nobody means to send one. */
const UNSTORABLE = /[\u0000\p{Surrogate}]/u;

/** Each text of an input, however deep, that could not be stored. */
export function unstorableText(input: unknown): FieldProblem[] {
  const problems: FieldProblem[] = [];
  // A list instead of recursion: what comes from outside may be nested deeper than any stack.
  const waiting: { value: unknown; path: string }[] = [{ value: input, path: "" }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value === "string" && UNSTORABLE.test(value)) problems.push({ field: path || "(body)", message: "must be text without NUL or broken characters" });
    if (typeof value !== "object" || value === null) continue;
    // Names of fields that no schema knows need no full path.
    for (const [key, part] of Object.entries(value)) waiting.push({ value: part, path: path.length > 200 ? path : path === "" ? key : `${path}.${key}` });
  }
  return problems;
}
