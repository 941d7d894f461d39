/** SQL over a job's row: another took its place, or it was withdrawn, while a worker had it, and that worker left it unfinished. */
export const SUPERSEDED_JOB = "locked_at IS NULL AND flags ? 'superseded'";
