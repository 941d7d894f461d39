import { PortraitBeard, PortraitFeatures, PortraitGlasses, PortraitHead } from "./portrait/portrait-face";
import { PortraitHairBehind, PortraitHairFront } from "./portrait/portrait-hair";
import { PortraitOutfit } from "./portrait/portrait-outfit";
import { backdrops, cloths, hairColours, skinTones } from "./portrait/portrait-palette";
import { portraitTraits, type PortraitTraits } from "./portrait/portrait-traits";

type GeneratedPortraitProps = {
  /** The same seed always draws the same person. */
  seed: string;
  /** Fixes what is known about the person; the rest is drawn to agree with it. */
  traits?: Partial<PortraitTraits>;
  /** Accessible name; without one the picture is decorative. */
  label?: string;
  className?: string;
};

function entry<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError(`No palette entry ${index}`);
  return item;
}

/** A calm illustrated head and shoulders. Square; the caller rounds it. */
export function GeneratedPortrait({ seed, traits: fixed, label, className }: GeneratedPortraitProps) {
  const traits = portraitTraits(seed, fixed);
  const skin = entry(skinTones, traits.skin);
  const hair = entry(hairColours, traits.hairColour);
  const cloth = entry(cloths, traits.cloth);
  // A scarf or turban in the clothes' own colour would melt into them.
  const headwear = entry(cloths, traits.cloth + 3);
  const covered = traits.hair === "scarf";
  return (
    <svg viewBox="6 4 108 108" className={className} {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}>
      <rect x="6" y="4" width="108" height="108" fill={entry(backdrops, traits.backdrop)} />
      <PortraitHairBehind style={traits.hair} colour={hair} cloth={headwear} />
      <PortraitHead traits={traits} skin={skin} />
      <PortraitOutfit outfit={traits.outfit} cloth={cloth} skin={skin} />
      <PortraitBeard traits={traits} hair={hair} />
      <PortraitFeatures traits={traits} skin={skin} hair={hair} />
      <PortraitHairFront style={traits.hair} colour={hair} cloth={headwear} />
      {traits.earrings && !covered && <path d="M39 59.5V61.5M81 59.5V61.5" stroke="#d9b25f" strokeWidth="2.4" strokeLinecap="round" />}
      <PortraitGlasses shape={traits.glasses} />
    </svg>
  );
}
