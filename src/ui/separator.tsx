import { cn } from "./class-names";

/** A hairline; with words it names what follows, such as "or". */
export function Separator({ words, className }: { words?: string; className?: string }) {
  if (!words) return <hr className={cn("border-line", className)} />;
  return (
    <div className={cn("flex items-center gap-3 text-sm text-muted", className)}>
      <span aria-hidden="true" className="h-px grow bg-line" />
      {words}
      <span aria-hidden="true" className="h-px grow bg-line" />
    </div>
  );
}
