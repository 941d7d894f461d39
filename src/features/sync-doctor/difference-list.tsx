import type { DifferenceView } from "@/application/sync-doctor/sync-doctor-schemas";
import { DataTable, HeaderCell, TableBody, TableCell, TableHead, TableRow } from "@/ui/data-table";
import { StatusChip } from "@/ui/status-chip";
import { differenceInWords, spanInWords } from "./difference-words";

type DifferenceListProps = { calendar: string; differences: readonly DifferenceView[]; /** How many more there are. */ left: number };

/** One line per difference: what, when here, when in Google. */
export function DifferenceList({ calendar, differences, left }: DifferenceListProps) {
  return (
    <>
      <DataTable caption={`Differences in ${calendar}`} {...(differences.length > 12 && { maxHeight: "28rem" })}>
        <TableHead>
          <HeaderCell>What</HeaderCell>
          <HeaderCell>Here</HeaderCell>
          <HeaderCell>In Google</HeaderCell>
        </TableHead>
        <TableBody>
          {differences.map((difference, index) => (
            <TableRow key={`${difference.kind} ${difference.reference ?? ""} ${difference.here?.localFrom ?? ""} ${difference.inGoogle?.localFrom ?? ""} ${index}`}>
              <TableCell label="What">
                <span className="flex flex-wrap items-center gap-2 max-sm:justify-end">
                  {differenceInWords(difference)}
                  {difference.isEdit && <StatusChip tone="info">Your edit</StatusChip>}
                </span>
              </TableCell>
              <TableCell label="Here" className="tabular-nums">{spanInWords(difference.here)}</TableCell>
              <TableCell label="In Google" className="tabular-nums">{spanInWords(difference.inGoogle)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </DataTable>
      {left > 0 && <p className="text-sm text-muted">{`And ${left} more. Mending takes them all in.`}</p>}
    </>
  );
}
