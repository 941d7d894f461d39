import type { z } from "zod";
import type { FailedJob } from "@/application/health/health-schemas";
import { DataTable, HeaderCell, TableBody, TableCell, TableHead, TableRow } from "@/ui/data-table";

type FailedJobsTableProps = { jobs: readonly z.infer<typeof FailedJob>[]; describe: (at: string) => string };

/** Work that failed at least once, with the reason the machine gave. */
export function FailedJobsTable({ jobs, describe }: FailedJobsTableProps) {
  return (
    <section aria-labelledby="failed-title">
      <h2 id="failed-title" className="mb-3 text-lg">
        Work that failed
      </h2>
      <DataTable caption="Work that failed">
        <TableHead>
          <HeaderCell>Work</HeaderCell>
          <HeaderCell numeric>Tries</HeaderCell>
          <HeaderCell>Next try</HeaderCell>
          <HeaderCell>Last failure</HeaderCell>
        </TableHead>
        <TableBody>
          {jobs.map((job, index) => (
            <TableRow key={`${job.task} ${index}`}>
              <TableCell label="Work">{job.task}</TableCell>
              <TableCell label="Tries" numeric>{job.attempts}</TableCell>
              <TableCell label="Next try">{describe(job.nextTryAt)}</TableCell>
              <TableCell label="Last failure" className="break-words">{job.lastError}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </DataTable>
    </section>
  );
}
