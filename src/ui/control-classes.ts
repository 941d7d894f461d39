/** The shared look of text-like controls; 16 px text on touch screens keeps iOS from zooming in. */
export const controlClasses = [
  "w-full min-w-0 rounded-lg border border-control bg-raised px-3 text-base text-ink transition-colors",
  "placeholder:text-muted hover:border-ink pointer-coarse:text-lg",
  "focus-visible:border-primary focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-primary",
  "aria-invalid:border-danger aria-invalid:focus-visible:outline-danger",
  "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-muted",
].join(" ");
