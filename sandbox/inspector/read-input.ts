import type { z } from "zod";

/** Bad input to the inspector or a page; answers 400 naming the fields. */
export class InputError extends Error {
  constructor(readonly fields: Record<string, string>) {
    super(Object.entries(fields).map(([field, message]) => `${field}: ${message}`).join("; "));
  }

  toResponse = () => Response.json({ error: this.message, fields: this.fields }, { status: 400 });
}

export function readInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InputError(Object.fromEntries(parsed.error.issues.map((issue) => [
    issue.path.join(".") || (issue.code === "unrecognized_keys" ? issue.keys.join(", ") : "body"), issue.message,
  ])));
}

export async function readJsonInput<T>(schema: z.ZodType<T>, request: { json(): Promise<unknown> }): Promise<T> {
  const body = await request.json().catch((error: unknown) => {
    if (error instanceof SyntaxError) throw new InputError({ body: "must be JSON" });
    throw error;
  });
  return readInput(schema, body);
}
