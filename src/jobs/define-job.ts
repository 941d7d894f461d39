import type { z } from "zod";
import type { AppContext } from "@/application/shared/context";
import type { JobName, JobPayloads } from "@/application/shared/enqueue";

export interface Job<N extends JobName = JobName> {
  readonly name: N;
  /** Checks a raw payload and does the work. Throwing means: try again later. */
  run(app: AppContext, payload: unknown): Promise<void>;
}

/** A background reaction: takes ids, calls a verb. Runs at least once, so the verb must be repeatable. */
export function defineJob<N extends JobName>(name: N, payloadSchema: z.ZodType<JobPayloads[N]>, run: (app: AppContext, payload: JobPayloads[N]) => Promise<void>): Job<N> {
  return { name, run: (app, payload) => run(app, payloadSchema.parse(payload)) };
}
