type ProgressBarProps = { /** What is under way. */ label: string; done: number; /** Null while it is not known how much there is. */ total: number | null };

/** How far something is. Say it in words beside it too. */
export function ProgressBar({ label, done, total }: ProgressBarProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      {...(total !== null && { "aria-valuemax": total, "aria-valuenow": done, "aria-valuetext": `${done} of ${total}` })}
      className="h-2 w-full overflow-hidden rounded-full bg-sunken dark:bg-surface"
    >
      <div className="h-full rounded-full bg-primary transition-[width]" style={{ width: `${total === null ? 8 : total === 0 ? 100 : (100 * done) / total}%` }} />
    </div>
  );
}
