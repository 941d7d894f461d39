import { backdrops, cloths, hairColours, skinTones } from "./portrait-palette";

export const feminineHair = ["long", "waves", "bob", "bun", "ponytail", "curls-long", "pixie", "fringe", "scarf", "braids"] as const;
export const masculineHair = ["short", "side-part", "quiff", "curls-short", "crop", "bald", "receding", "swept", "turban"] as const;
export const outfits = ["coat", "scrubs", "blazer", "crew", "roll-neck", "collar"] as const;
export const beards = ["none", "stubble", "full", "goatee", "moustache"] as const;
export const glassesShapes = ["none", "round", "square"] as const;
export const faces = ["oval", "round", "square", "heart"] as const;

export type HairStyle = (typeof feminineHair)[number] | (typeof masculineHair)[number];

export type PortraitTraits = {
  presentation: "feminine" | "masculine";
  face: (typeof faces)[number];
  /** Index into the palette's skin tones, 0 lightest to 6 darkest. */
  skin: number;
  hair: HairStyle;
  /** Index into the palette's hair colours, 6 grey and 7 white. */
  hairColour: number;
  beard: (typeof beards)[number];
  glasses: (typeof glassesShapes)[number];
  outfit: (typeof outfits)[number];
  cloth: number;
  backdrop: number;
  mouth: "smile" | "soft" | "open";
  brow: "straight" | "arched" | "full";
  elder: boolean;
  earrings: boolean;
};

/** FNV-1a, then mulberry32: the same sequence on every machine. */
function seededDraw(seed: string): () => number {
  let state = 2_166_136_261;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function hairColourFor(skin: number, elder: boolean, draw: () => number): number {
  const chance = draw();
  if (elder) return chance < 0.6 ? 6 : 7;
  const range = skin <= 1 ? 6 : skin <= 3 ? 4 : 2;
  return Math.floor(chance * range);
}

/** Draws a person's traits from a seed. What is fixed (say, by a demo that knows the person) stays; the rest agrees with it. */
export function portraitTraits(seed: string, fixed: Partial<PortraitTraits> = {}): PortraitTraits {
  const draw = seededDraw(seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(draw() * items.length)];
    if (item === undefined) throw new RangeError("Nothing to pick from");
    return item;
  };
  const chance = (likelihood: number) => draw() < likelihood;

  const presentation = fixed.presentation ?? (chance(0.5) ? "feminine" : "masculine");
  const feminine = presentation === "feminine";
  const skin = fixed.skin ?? Math.floor(draw() * skinTones.length);
  const elder = fixed.elder ?? chance(0.2);
  const hair = fixed.hair ?? pick<HairStyle>(feminine ? feminineHair : masculineHair);
  const hairColour = hairColourFor(skin, elder || hair === "receding", draw);
  const beard = feminine ? "none" : pick(hair === "bald" || hair === "turban" ? (["full", "goatee", "stubble"] as const) : ([...beards, "none", "none"] as const));
  const cloth = Math.floor(draw() * cloths.length);
  const backdrop = Math.floor(draw() * backdrops.length);
  return {
    presentation,
    skin,
    elder,
    hair,
    hairColour: Math.min(hairColour, hairColours.length - 1),
    beard,
    cloth,
    backdrop,
    face: pick(feminine ? (["oval", "round", "heart"] as const) : (["oval", "square", "round"] as const)),
    glasses: chance(0.34) ? pick(["round", "square"] as const) : "none",
    outfit: pick(outfits),
    mouth: pick(["smile", "soft", "open"] as const),
    brow: pick(feminine ? (["arched", "straight"] as const) : (["straight", "full"] as const)),
    earrings: feminine && hair !== "scarf" && chance(0.45),
    ...fixed,
  };
}
