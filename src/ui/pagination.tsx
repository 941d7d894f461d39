import type { ReactNode } from "react";
import { PaginationLink } from "./pagination-link";

type PaginationProps = { previousHref: string | null; nextHref: string | null; /** Such as "26–50 of 312". */ summary?: ReactNode };

export function Pagination({ previousHref, nextHref, summary }: PaginationProps) {
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-3 py-3">
      <p className="text-sm text-muted tabular-nums">{summary}</p>
      <div className="flex gap-2">
        <PaginationLink direction="previous" href={previousHref} />
        <PaginationLink direction="next" href={nextHref} />
      </div>
    </nav>
  );
}
