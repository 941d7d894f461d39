import type { ConnectionHealth } from "@/application/health/health-schemas";
import { agoInWords, deviceMoment } from "@/features/integrations/device-moment";
import { DataTable, HeaderCell, TableBody, TableCell, TableHead, TableRow } from "@/ui/data-table";
import { StatusChip } from "@/ui/status-chip";

/** How far behind each connected calendar is. */
export function ConnectionTable({ connections, now }: { connections: readonly ConnectionHealth[]; now: number }) {
  return (
    <section aria-labelledby="connections-title">
      <h2 id="connections-title" className="mb-3 text-lg">
        Calendar connections
      </h2>
      <DataTable caption="Calendar connections">
        <TableHead>
          <HeaderCell>Provider</HeaderCell>
          <HeaderCell>State</HeaderCell>
          <HeaderCell>Last read</HeaderCell>
          <HeaderCell>Pushes until</HeaderCell>
          <HeaderCell>Problem</HeaderCell>
        </TableHead>
        <TableBody>
          {connections.map((one, index) => (
            <TableRow key={`${one.provider} ${index}`}>
              <TableCell label="Provider">{one.provider}</TableCell>
              <TableCell label="State">
                <StatusChip tone={one.status === "ACTIVE" ? "success" : "danger"}>{one.status === "ACTIVE" ? "Connected" : "Connect again"}</StatusChip>
              </TableCell>
              <TableCell label="Last read">{one.lastReadAt === null ? "Not yet" : agoInWords(one.lastReadAt, now)}</TableCell>
              <TableCell label="Pushes until">{one.pushUntil === null ? "No pushes" : deviceMoment(one.pushUntil)}</TableCell>
              <TableCell label="Problem">{one.problem ?? "None"}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </DataTable>
    </section>
  );
}
