/** The veil behind modal surfaces; it scrolls, so that tall content stays reachable at 200 % zoom. */
export const overlayClasses =
  "fixed inset-0 z-40 flex overflow-y-auto bg-overlay p-4 data-[state=closed]:animate-vanish data-[state=open]:animate-appear";

/** Small surfaces that float beside what opened them. */
export const floatingClasses =
  "z-50 rounded-lg border border-line bg-raised text-ink shadow-float outline-none data-[state=closed]:animate-vanish data-[state=open]:animate-rise";

/** One line of a menu or a list of options. */
export const menuItemClasses =
  "relative flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1.5 outline-none select-none data-disabled:cursor-not-allowed data-disabled:text-muted data-disabled:opacity-60 data-highlighted:bg-sunken dark:data-highlighted:bg-line pointer-coarse:min-h-11 [&_.lucide]:size-4";
