import type { SyncOverviewItem } from "@/application/sync-doctor/sync-doctor-schemas";
import { Button } from "@/ui/button";
import { DataTable, HeaderCell, TableBody, TableCell, TableHead, TableRow } from "@/ui/data-table";
import { StatusChip } from "@/ui/status-chip";
import { lagInWords, summariseFindings } from "./summarise-findings";

type SyncOverviewTableProps = { items: readonly SyncOverviewItem[]; onReread: (providerId: string) => void; onReplay: (providerId: string) => void; onCompare: (providerId: string) => void; onMend: (providerId: string) => void };

/** One line per provider or clinic: how it stands, the figures, and the buttons that mend most things. */
export function SyncOverviewTable({ items, onReread, onReplay, onCompare, onMend }: SyncOverviewTableProps) {
  return (
    <DataTable caption="Calendar sync by provider">
      <TableHead>
        <HeaderCell>Provider</HeaderCell>
        <HeaderCell>State</HeaderCell>
        <HeaderCell numeric>Behind by</HeaderCell>
        <HeaderCell numeric>To write</HeaderCell>
        <HeaderCell numeric>Requests waiting</HeaderCell>
        <HeaderCell numeric>Differ</HeaderCell>
        <HeaderCell>In the way</HeaderCell>
        <HeaderCell>Mend</HeaderCell>
      </TableHead>
      <TableBody>
        {items.map((item) => (
          <TableRow key={item.ownerId}>
            <TableCell label="Provider">{item.owner}</TableCell>
            <TableCell label="State">
              <StatusChip tone={summariseFindings(item.findings).tone}>{summariseFindings(item.findings).label}</StatusChip>
            </TableCell>
            <TableCell label="Behind by" numeric>{lagInWords(item.lagSeconds)}</TableCell>
            <TableCell label="To write" numeric>{item.waiting + item.failing + item.refused}</TableCell>
            <TableCell label="Requests waiting" numeric>{item.requests}</TableCell>
            <TableCell label="Differ" numeric>{item.differences}</TableCell>
            <TableCell label="In the way">{item.findings.length === 0 ? "Nothing" : item.findings.map(({ title }) => title).join(". ")}</TableCell>
            <TableCell label="Mend">
              {!item.isProvider && "–"}
              {item.isProvider && <span className="flex flex-wrap gap-2 max-sm:justify-end">
                <Button size="sm" aria-label={`Read ${item.owner}’s calendars again`} onClick={() => onReread(item.ownerId)}>Read again</Button>
                {item.failing + item.refused + item.waiting > 0 && <Button size="sm" aria-label={`Try ${item.owner}’s writes again`} onClick={() => onReplay(item.ownerId)}>Try again</Button>}
                <Button size="sm" aria-label={`Compare ${item.owner}’s calendars with Google`} onClick={() => onCompare(item.ownerId)}>Compare</Button>
                {item.differences > 0 && <Button size="sm" aria-label={`Mend what differs for ${item.owner}`} onClick={() => onMend(item.ownerId)}>Mend</Button>}
              </span>}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </DataTable>
  );
}
