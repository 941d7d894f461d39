/** First thing in the tab order; the page's `<main id="content" tabIndex={-1}>` receives the focus. */
export function SkipLink({ target = "content", words = "Skip to content" }: { target?: string; words?: string }) {
  return (
    <a
      href={`#${target}`}
      className="fixed top-2 left-2 z-50 -translate-y-16 rounded-lg bg-primary px-4 py-2 font-medium text-on-primary transition-transform focus-visible:translate-y-0"
    >
      {words}
    </a>
  );
}
