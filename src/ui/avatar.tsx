import { cn } from "./class-names";
import { GeneratedPortrait } from "./generated-portrait";
import type { PortraitTraits } from "./portrait/portrait-traits";

const sizes = { sm: "size-8 text-xs", md: "size-10 text-sm", lg: "size-16 text-lg", xl: "size-24 text-2xl" };

type AvatarProps = {
  name: string;
  /** A photograph's address. */
  src?: string | null;
  /** Draws a portrait when there is no photograph. Without it the initials stand in. */
  portrait?: { seed: string; traits?: Partial<PortraitTraits> };
  size?: keyof typeof sizes;
  /** True when the name does not stand beside it. */
  alone?: boolean;
  className?: string;
};

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !/^(dr|prof|mr|mrs|ms)\.?$/i.test(word));
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last].map((word) => (word ? [...word][0]?.toUpperCase() : "")).join("");
}

export function Avatar({ name, src, portrait, size = "md", alone = false, className }: AvatarProps) {
  const box = cn("inline-grid shrink-0 place-items-center overflow-hidden rounded-full bg-primary-soft font-medium text-primary-ink", sizes[size], className);
  const label = alone ? name : "";
  if (src) {
    return (
      <span className={box}>
        <picture className="size-full">
          <img src={src} alt={label} loading="lazy" decoding="async" className="size-full object-cover" />
        </picture>
      </span>
    );
  }
  return (
    <span className={box} role={alone && !portrait ? "img" : undefined} aria-label={alone && !portrait ? name : undefined}>
      {portrait ? <GeneratedPortrait {...portrait} label={label} className="size-full" /> : <span aria-hidden="true">{initials(name)}</span>}
    </span>
  );
}
