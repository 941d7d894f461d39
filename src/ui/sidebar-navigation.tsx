"use client";

import type { ReactNode } from "react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "./class-names";
import { isCurrentPath } from "./is-current-path";

export type NavItem = { href: string; label: string; icon: ReactNode; badge?: ReactNode };

type SidebarNavigationProps = { label: string; items: readonly NavItem[]; /** The address bar's when absent. */ currentPath?: string; onNavigate?: () => void };

export function SidebarNavigation({ label, items, currentPath, onNavigate }: SidebarNavigationProps) {
  const pathname = usePathname();
  const path = currentPath ?? pathname;
  // Of two items that both fit (/desk and /desk/bookings) only the longer one is current.
  const current = items
    .filter((item) => isCurrentPath(path, item.href))
    .sort((a, b) => b.href.length - a.href.length)
    .at(0)?.href;
  return (
    <nav aria-label={label}>
      <ul className="grid gap-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.href === current ? "page" : undefined}
              onClick={onNavigate}
              className={cn(
                "flex min-h-9 items-center gap-3 rounded-lg px-3 py-1.5 font-medium transition-colors pointer-coarse:min-h-11 [&_.lucide]:size-4.5",
                item.href === current ? "bg-primary-soft text-primary-ink" : "text-muted hover:bg-sunken hover:text-ink dark:hover:bg-raised",
              )}
            >
              {item.icon}
              <span className="min-w-0 grow truncate">{item.label}</span>
              {item.badge}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
