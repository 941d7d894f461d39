import { cn } from "./class-names";

/** A calendar square whose lower corner is a check. Decorative beside the name. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cn("size-7 shrink-0", className)}>
      <g fill="none" stroke="var(--primary)" strokeWidth="2.75" strokeLinecap="round" strokeLinejoin="round">
        <path d="M27.5 14V10A4.5 4.5 0 0 0 23 5.5H9A4.5 4.5 0 0 0 4.5 10V23A4.5 4.5 0 0 0 9 27.5H12.5" />
        <path d="M4.5 12.5H27.5M11 2.75V7M21 2.75V7" />
        <path d="M16 23.5L20.5 28L29 18.5" />
      </g>
    </svg>
  );
}

/** The mark with a name beside it. */
export function Brand({ name, className }: { name: string; className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2.5 text-lg font-semibold tracking-tight", className)}>
      <BrandMark />
      {name}
    </span>
  );
}
