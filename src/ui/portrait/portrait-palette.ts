export type SkinTone = { base: string; shade: string; line: string; lip: string };

/** Light to dark. `shade` lies under the chin and on the nose, `line` draws features. */
export const skinTones: readonly SkinTone[] = [
  { base: "#f6d9c6", shade: "#e8bfa6", line: "#8f5f4c", lip: "#bd6f66" },
  { base: "#efc8a8", shade: "#dcab86", line: "#84563f", lip: "#b1645a" },
  { base: "#e3b48c", shade: "#cb956b", line: "#744a33", lip: "#a3574b" },
  { base: "#cf9a6e", shade: "#b57f54", line: "#613b27", lip: "#91483d" },
  { base: "#b17a50", shade: "#96623c", line: "#4d2d1c", lip: "#7c3b33" },
  { base: "#8f5c3b", shade: "#754729", line: "#3a2115", lip: "#6a302b" },
  { base: "#6d4429", shade: "#56331c", line: "#26140b", lip: "#552520" },
];

export type HairColour = { base: string; light: string };

/** Black, dark brown, brown, auburn, dark blond, blond, grey, white. */
export const hairColours: readonly HairColour[] = [
  { base: "#25211f", light: "#3a3431" },
  { base: "#3f2c23", light: "#56402f" },
  { base: "#624532", light: "#7a5a42" },
  { base: "#86492c", light: "#a05f3d" },
  { base: "#977346", light: "#b08c5b" },
  { base: "#cba468", light: "#dcbb85" },
  { base: "#8d9294", light: "#a6abac" },
  { base: "#d3d5d4", light: "#e6e7e6" },
];

export type Cloth = { base: string; shade: string; under: string };

export const cloths: readonly Cloth[] = [
  { base: "#2f7f82", shade: "#276c6f", under: "#f2f0ea" },
  { base: "#3f5f86", shade: "#345072", under: "#eef1f4" },
  { base: "#6d7f57", shade: "#5b6b48", under: "#f4f1e6" },
  { base: "#a3604a", shade: "#8b503d", under: "#f6ece4" },
  { base: "#6c5a7d", shade: "#5a4a6a", under: "#f0ecf2" },
  { base: "#4b5560", shade: "#3e4750", under: "#eceff1" },
  { base: "#b98b45", shade: "#a0773a", under: "#f7f0df" },
  { base: "#8c4a5c", shade: "#773d4d", under: "#f6e9ec" },
];

export const backdrops: readonly string[] = ["#d3e6e4", "#e9e1d3", "#dbe4d3", "#dfdfea", "#efdcd4", "#d6e3ee", "#ece6c9", "#e6dbe3"];
