import type { HairColour, SkinTone } from "./portrait-palette";
import type { PortraitTraits } from "./portrait-traits";

const outlines: Record<PortraitTraits["face"], string> = {
  oval: "M39.5 48C39.5 31 48 25 60 25S80.5 31 80.5 48C80.5 63 72 77 60 77S39.5 63 39.5 48Z",
  round: "M38.5 49C38.5 32 48 25 60 25S81.5 32 81.5 49C81.5 65 73 75.5 60 75.5S38.5 65 38.5 49Z",
  square: "M39.5 46C39.5 31 48 25 60 25S80.5 31 80.5 46V57C80.5 67 72 77.5 60 77.5S39.5 67 39.5 57Z",
  heart: "M38.5 46C38.5 31 48 25 60 25S81.5 31 81.5 46C81.5 60 71 78 60 78S38.5 60 38.5 46Z",
};

const mouths: Record<PortraitTraits["mouth"], string> = {
  smile: "M53 65.5Q60 71.5 67 65.5",
  soft: "M54.5 66.5Q60 69.5 65.5 66.5",
  open: "M53 65Q60 67.5 67 65Q65.5 71.5 60 71.5T53 65Z",
};

const brows: Record<PortraitTraits["brow"], string> = {
  straight: "M48 45.5Q51.5 43.5 55.5 44.5M64.5 44.5Q68.5 43.5 72 45.5",
  arched: "M47.5 45.5Q51 41.5 55.5 44M64.5 44Q69 41.5 72.5 45.5",
  full: "M47.5 45.5Q51.5 42.5 55.5 44.5M64.5 44.5Q68.5 42.5 72.5 45.5",
};

/** Neck, ears, head and features, before hair and beard lie over them. */
export function PortraitHead({ traits, skin }: { traits: PortraitTraits; skin: SkinTone }) {
  return (
    <>
      <path d="M50.5 66H69.5V88C69.5 95 50.5 95 50.5 88Z" fill={skin.base} />
      <path d="M50.5 71C55 79 65 79 69.5 71V77C66 85 54 85 50.5 77Z" fill={skin.shade} />
      <ellipse cx="39.5" cy="53" rx="4" ry="5.5" fill={skin.shade} />
      <ellipse cx="80.5" cy="53" rx="4" ry="5.5" fill={skin.shade} />
      <path d={outlines[traits.face]} fill={skin.base} />
    </>
  );
}

export function PortraitFeatures({ traits, skin, hair }: { traits: PortraitTraits; skin: SkinTone; hair: HairColour }) {
  const browColour = traits.hairColour >= 6 ? hair.base : skin.line;
  return (
    <g fill="none" strokeLinecap="round" strokeLinejoin="round">
      <circle cx="47.5" cy="60.5" r="4.5" fill={skin.lip} opacity="0.13" />
      <circle cx="72.5" cy="60.5" r="4.5" fill={skin.lip} opacity="0.13" />
      <path d={brows[traits.brow]} stroke={browColour} strokeWidth={traits.brow === "full" ? 2.6 : 1.8} />
      <ellipse cx="52" cy="52" rx="1.9" ry="2.3" fill="#2a2523" />
      <ellipse cx="68" cy="52" rx="1.9" ry="2.3" fill="#2a2523" />
      <circle cx="52.7" cy="51.2" r="0.7" fill="#ffffff" />
      <circle cx="68.7" cy="51.2" r="0.7" fill="#ffffff" />
      {traits.presentation === "feminine" && <path d="M48.8 51.2Q51.5 48.4 54.6 50.2M65.4 50.2Q68.5 48.4 71.2 51.2" stroke="#2a2523" strokeWidth="1.2" />}
      <path d="M60.5 51.5Q57.5 57 58.5 59.5Q60 60.8 62 59.8" stroke={skin.shade} strokeWidth="1.9" />
      <path d={mouths[traits.mouth]} stroke={skin.lip} strokeWidth="1.9" fill={traits.mouth === "open" ? "#fbf7f2" : "none"} />
      {traits.elder && <path d="M45 56.5L43.5 58M75 56.5L76.5 58M50.5 62Q49.5 64.5 50.5 66.5M69.5 62Q70.5 64.5 69.5 66.5" stroke={skin.shade} strokeWidth="1.3" />}
    </g>
  );
}

export function PortraitBeard({ traits, hair }: { traits: PortraitTraits; hair: HairColour }) {
  const jaw = "M40 54C41 70 48 80.5 60 80.5S79 70 80 54C78 61 74.5 63.5 70 62.5C66 61 63 61.5 60 62.5C57 61.5 54 61 50 62.5C45.5 63.5 42 61 40 54Z";
  switch (traits.beard) {
    case "none":
      return null;
    case "stubble":
      return <path d={jaw} fill={hair.base} opacity="0.22" />;
    case "full":
      return <path d={jaw} fill={hair.base} />;
    case "goatee":
      return <path d="M51 64C53 61.5 57 61.5 60 62.5C63 61.5 67 61.5 69 64C70 72 66 80 60 80S50 72 51 64Z" fill={hair.base} />;
    case "moustache":
      return <path d="M50.5 65.5C52 61.5 57 61 60 62.5C63 61 68 61.5 69.5 65.5C66 65 63 64.8 60 64.8S54 65 50.5 65.5Z" fill={hair.base} />;
  }
}

export function PortraitGlasses({ shape }: { shape: PortraitTraits["glasses"] }) {
  if (shape === "none") return null;
  return (
    <g fill="#ffffff" fillOpacity="0.18" stroke="#33393d" strokeWidth="1.6">
      {shape === "round" ? (
        <>
          <circle cx="51.5" cy="52.5" r="6.8" />
          <circle cx="68.5" cy="52.5" r="6.8" />
        </>
      ) : (
        <>
          <rect x="44.5" y="47.5" width="13.5" height="10" rx="2.8" />
          <rect x="62" y="47.5" width="13.5" height="10" rx="2.8" />
        </>
      )}
      <path d={shape === "round" ? "M58.2 51.5Q60 50.2 61.8 51.5M44.7 51.5L40 50.5M75.3 51.5L80 50.5" : "M58 51Q60 49.8 62 51M44.5 50.5L40 50M75.5 50.5L80 50"} fill="none" />
    </g>
  );
}
