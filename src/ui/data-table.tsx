import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";

// Explicit roles keep the table a table where phones lay its rows out as cards.

type DataTableProps = { caption: string; children: ReactNode; /** Scrolls inside its own box, up to this CSS height. */ maxHeight?: string; className?: string };

/** A dense, calm table. Below 640 px each row becomes a card whose cells carry their column's name. */
export function DataTable({ caption, children, maxHeight, className }: DataTableProps) {
  const scrolls = maxHeight !== undefined;
  return (
    <div
      className={cn("rounded-xl border-line bg-raised max-sm:bg-transparent sm:border", scrolls && "overflow-auto", className)}
      style={scrolls ? { maxHeight } : undefined}
      {...(scrolls ? { tabIndex: 0, role: "region", "aria-label": caption } : {})}
    >
      <table role="table" className={cn("w-full border-separate border-spacing-0 text-left max-sm:block", scrolls && "[--sticky-top:0px]")}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead role="rowgroup" className="max-sm:sr-only">
      <tr role="row">{children}</tr>
    </thead>
  );
}

type HeaderCellProps = ComponentProps<"th"> & { sort?: "ascending" | "descending" | "none"; numeric?: boolean };

export function HeaderCell({ sort, numeric, className, ...rest }: HeaderCellProps) {
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sort}
      className={cn(
        "sticky top-[var(--sticky-top,0px)] z-10 border-b border-line bg-raised px-4 py-2.5 text-sm font-medium whitespace-nowrap text-muted first:rounded-tl-xl last:rounded-tr-xl",
        numeric && "text-right",
        className,
      )}
      {...rest}
    />
  );
}

export function TableBody({ children }: { children: ReactNode }) {
  return (
    <tbody role="rowgroup" className="max-sm:grid max-sm:grid-cols-[minmax(0,1fr)] max-sm:gap-2 sm:[&>tr:last-child>td]:border-b-0">
      {children}
    </tbody>
  );
}

export function TableRow({ selected, className, ...rest }: ComponentProps<"tr"> & { selected?: boolean }) {
  return (
    <tr
      role="row"
      aria-selected={selected}
      className={cn(
        "transition-colors max-sm:block max-sm:rounded-xl max-sm:border max-sm:border-line max-sm:px-4 max-sm:py-2",
        selected ? "bg-primary-soft" : "max-sm:bg-raised hover:bg-sunken",
        className,
      )}
      {...rest}
    />
  );
}

type TableCellProps = ComponentProps<"td"> & { /** The column's name, shown beside the value on phones. */ label?: string; numeric?: boolean };

export function TableCell({ label, numeric, className, children, ...rest }: TableCellProps) {
  return (
    <td
      role="cell"
      className={cn(
        "px-4 py-3 align-middle max-sm:flex max-sm:items-baseline max-sm:justify-between max-sm:gap-4 max-sm:px-0 max-sm:py-1.5 sm:border-b sm:border-line",
        numeric && "tabular-nums sm:text-right",
        className,
      )}
      {...rest}
    >
      {label && (
        <span aria-hidden="true" className="shrink-0 text-sm text-muted sm:hidden">
          {label}
        </span>
      )}
      <span className="min-w-0 max-sm:text-right">{children}</span>
    </td>
  );
}
