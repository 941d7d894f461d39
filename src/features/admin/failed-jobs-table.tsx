import type { z } from "zod";
import type { FailedJob } from "@/application/health/health-schemas";
import { DataTable, HeaderCell, TableBody, TableCell, TableHead, TableRow } from "@/ui/data-table";
import { taskInWords } from "./task-words";

const SmallPrint = ({ children }: { children: string }) => <span className="block text-xs break-words text-muted">{children}</span>;

type FailedJobsTableProps = { jobs: readonly z.infer<typeof FailedJob>[]; describe: (at: string) => string };

/** Work that failed at least once: what and why in words, with the machine's own note in small print. */
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
              <TableCell label="Work">
                {taskInWords(job.task)}
                <SmallPrint>{job.task}</SmallPrint>
              </TableCell>
              <TableCell label="Tries" numeric>{job.attempts}</TableCell>
              <TableCell label="Next try">{describe(job.nextTryAt)}</TableCell>
              <TableCell label="Last failure">
                {job.sentence}
                {job.lastError !== "" && <SmallPrint>{job.lastError}</SmallPrint>}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </DataTable>
    </section>
  );
}
