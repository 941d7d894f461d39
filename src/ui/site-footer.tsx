import type { ReactNode } from "react";
import Link from "next/link";
import type { HeaderLink } from "./site-header";

type SiteFooterProps = { /** Such as a clinic's name and address. */ children?: ReactNode; links?: readonly HeaderLink[]; actions?: ReactNode };

export function SiteFooter({ children, links = [], actions }: SiteFooterProps) {
  return (
    <footer className="mt-16 border-t border-line">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-8 text-sm text-muted sm:px-6">
        <div className="min-w-0">{children}</div>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          {links.map((link) => (
            <Link key={link.href} href={link.href} className="inline-flex min-h-6 items-center rounded-sm hover:text-ink hover:underline">
              {link.label}
            </Link>
          ))}
          {actions}
        </div>
      </div>
    </footer>
  );
}
