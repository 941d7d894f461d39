import type { Job } from "./define-job";

/** All background work the worker knows. */
export const JOBS: readonly Job[] = [];
