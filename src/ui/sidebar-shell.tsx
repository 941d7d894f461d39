import type { ReactNode } from "react";
import { PhoneNavigation } from "./phone-navigation";
import { SidebarNavigation, type NavItem } from "./sidebar-navigation";
import { SkipLink } from "./skip-link";

type SidebarShellProps = {
  brand: ReactNode;
  items: readonly NavItem[];
  /** Accessible name of the navigation. */
  navigationLabel?: string;
  /** The address bar's when absent. */
  currentPath?: string;
  /** Status chips, search, account menu; sits at the right end. */
  topBar?: ReactNode;
  /** Below the navigation, such as who is signed in. */
  sidebarFooter?: ReactNode;
  children: ReactNode;
};

/** The frame of signed-in pages: a sidebar on wide screens, a menu button on narrow ones, one main landmark. */
export function SidebarShell({ brand, items, navigationLabel = "Main", currentPath, topBar, sidebarFooter, children }: SidebarShellProps) {
  return (
    <div className="min-h-dvh [--sticky-top:3.5rem] lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <SkipLink />
      <aside className="sticky top-0 hidden h-dvh flex-col gap-5 overflow-y-auto border-r border-line px-3 pt-3.5 pb-3 lg:flex">
        <div className="px-3">{brand}</div>
        <div className="grow">
          <SidebarNavigation label={navigationLabel} items={items} currentPath={currentPath} />
        </div>
        {sidebarFooter}
      </aside>
      <div className="flex min-w-0 flex-col">
        <header className="sticky top-0 z-20 flex min-h-14 items-center gap-2 border-b border-line bg-surface px-3 sm:px-6">
          <PhoneNavigation label={navigationLabel} brand={brand} items={items} currentPath={currentPath} footer={sidebarFooter} />
          <div className="flex min-w-0 grow items-center justify-end gap-2">{topBar}</div>
        </header>
        <main id="content" tabIndex={-1} className="w-full max-w-7xl min-w-0 grow px-4 py-6 sm:px-6 sm:py-8">
          {children}
        </main>
      </div>
    </div>
  );
}
