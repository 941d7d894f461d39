import type { ReactNode } from "react";
import Link from "next/link";
import { HeaderMenu } from "./header-menu";
import { SkipLink } from "./skip-link";

export type HeaderLink = { href: string; label: string };

type SiteHeaderProps = {
  brand: ReactNode;
  homeHref?: string;
  links?: readonly HeaderLink[];
  /** Stays visible on phones: keep it to one button. */
  actions?: ReactNode;
};

/** The header of public pages, with the skip link before it. Pages provide `<main id="content" tabIndex={-1}>`. */
export function SiteHeader({ brand, homeHref = "/", links = [], actions }: SiteHeaderProps) {
  const list = (classes: string) => (
    <ul className={classes}>
      {links.map((link) => (
        <li key={link.href}>
          <Link href={link.href} className="inline-flex min-h-9 items-center rounded-lg px-3 py-1.5 font-medium text-muted transition-colors hover:bg-sunken hover:text-ink max-sm:w-full pointer-coarse:min-h-11 dark:hover:bg-raised">
            {link.label}
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <SkipLink />
      <header className="relative z-20 border-b border-line bg-surface">
        <div className="mx-auto flex min-h-16 max-w-6xl items-center gap-3 px-4 sm:px-6">
          <Link href={homeHref} className="mr-auto rounded-md py-1">
            {brand}
          </Link>
          {links.length > 0 && (
            <nav aria-label="Site" className="contents">
              {list("hidden items-center gap-1 sm:flex")}
              {actions}
              <HeaderMenu>{list("grid")}</HeaderMenu>
            </nav>
          )}
          {links.length === 0 && actions}
        </div>
      </header>
    </>
  );
}
