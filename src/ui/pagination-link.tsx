import Link from "next/link";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { buttonClasses } from "./button-classes";

type PaginationLinkProps = { direction: "previous" | "next"; href: string | null; words?: string };

/** A link to the neighbouring page; shown as unavailable at the ends, so that the other one does not move. */
export function PaginationLink({ direction, href, words = direction === "previous" ? "Previous" : "Next" }: PaginationLinkProps) {
  const content = (
    <>
      {direction === "previous" && <ChevronLeft aria-hidden="true" />}
      {words}
      {direction === "next" && <ChevronRight aria-hidden="true" />}
    </>
  );
  const classes = buttonClasses({ size: "sm" });
  if (href === null) {
    return (
      <span aria-disabled="true" className={classes}>
        {content}
      </span>
    );
  }
  return (
    <Link href={href} rel={direction === "previous" ? "prev" : "next"} className={classes}>
      {content}
    </Link>
  );
}
