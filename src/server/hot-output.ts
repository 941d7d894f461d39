import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";

const isChecked = process.env.NODE_ENV !== "production";

/**
 * For answers that are asked for all the time: in production they leave as the verb made them, which its types prove. Else
 * they must be what the schema says, field for field, so that a test fails for a wrong field or one too many.
 */
export const hotOutput =
  <Schema extends z.ZodType>(schema: Schema) =>
  (answer: unknown): z.output<Schema> => {
    if (!isChecked) return answer as z.output<Schema>;
    const fitted = schema.parse(answer);
    if (!isDeepStrictEqual(fitted, answer)) throw new Error("a hot answer holds more than its schema says");
    return fitted;
  };
