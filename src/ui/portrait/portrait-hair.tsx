import type { Cloth, HairColour } from "./portrait-palette";
import type { HairStyle } from "./portrait-traits";

type HairProps = { style: HairStyle; colour: HairColour; cloth: Cloth };

const behind: Partial<Record<HairStyle, string>> = {
  long: "M34 52C32 28 44 17 60 17S88 28 86 52C86 70 90 84 92 98C82 104 70 102 66 96H54C50 102 38 104 28 98C30 84 34 70 34 52Z",
  waves: "M35 50C32 28 44 16 60 16S88 28 85 50C91 56 85 64 90 71C94 78 88 84 91 91C84 99 74 96 68 90H52C46 96 36 99 29 91C32 84 26 78 30 71C35 64 29 56 35 50Z",
  bob: "M35 50C32 27 44 16.5 60 16.5S88 27 85 50C87 60 88 68 86 75C79 79 73 77 69 72H51C47 77 41 79 34 75C32 68 33 60 35 50Z",
  fringe: "M34.5 50C32 27 44 16 60 16S88 27 85.5 50C87 62 88 74 87 84C80 87 74 85 69 78H51C46 85 40 87 33 84C32 74 33 62 34.5 50Z",
  ponytail: "M74 24C90 22 97 36 94 52C92 64 97 72 91 84C84 78 84 68 84 58C84 46 80 36 74 24Z",
  bun: "M60 3.5A10.5 10.5 0 0 1 60 24.5A10.5 10.5 0 0 1 60 3.5Z",
};

const cap = "M38.5 52C34.5 29 45 17.5 60 17.5S85.5 29 81.5 52";

const front: Partial<Record<HairStyle, string>> = {
  long: `${cap}C80 43 74 36 62 27.5C54 34 42 40 38.5 52Z`,
  waves: `${cap}C80 41 72 35 67 27C60 36 44 38 38.5 52Z`,
  bob: `${cap}C81 44 78 38 73 33C64 37 52 36 46 31C42 38 40 44 38.5 52Z`,
  fringe: `${cap}C81.5 46 80 43 77.5 41C66 43.5 54 43.5 42.5 41C40 43 38.5 47 38.5 52Z`,
  ponytail: `${cap}C80 42 74 33 64 30C54 30 42 38 38.5 52Z`,
  bun: `${cap}C79 40 71 31.5 60 31.5S41 40 38.5 52Z`,
  pixie: `${cap}C80.5 47 79 42 76.5 38C68 39.5 58 37 50 33.5C49 38 43 42 42 50Z`,
  braids: `${cap}C80 41 71 34 60 28.5C49 34 40 41 38.5 52Z`,
  short: "M39 49C36 29 46 18 60 18S84 29 81 49C80 43 78.5 38.5 75 35C65 33 55 33 45 35C41.5 38.5 40 43 39 49Z",
  "side-part": "M39 50C35.5 29 45 17.5 60 17.5S84.5 29 81 50C80 44 78 39 74.5 35.5C65 37.5 55 35 49 29.5C46 36 41 41 39 50Z",
  quiff: "M39 49C36 38 38 30 43 25C45 14 62 10 73 14.5C83 18 85 34 81 49C80 43 78 38 75 35C66 31 53 31 45 35C41.5 38.5 40 43 39 49Z",
  crop: "M39.5 47C38 30 47 20.5 60 20.5S82 30 80.5 47C79.5 40 77 35 73 32.5C65 30.5 55 30.5 47 32.5C43 35 40.5 40 39.5 47Z",
  swept: "M39 50C34 32 40 19 58 16C76 13 86 27 81.5 50C81 42 78.5 37 76 34C68 32 60 28 55 26C50 32 42 38 39 50Z",
};

/** Centres of the curls, as x, y, radius. */
const shortCurls = [[42, 38, 7], [45, 29, 7.5], [53, 23, 7.5], [62, 21.5, 7.5], [70, 25, 7.5], [77, 32, 7.5], [79, 40, 6]] as const;
const longCurls = [[38, 62, 9], [35, 50, 10], [37, 38, 10.5], [44, 27, 10.5], [55, 21, 10.5], [67, 21.5, 10.5], [77, 28, 10.5], [83, 38, 10.5], [85, 50, 10], [82, 62, 9], [37, 73, 7.5], [83, 73, 7.5]] as const;

function Curls({ centres, fill }: { centres: readonly (readonly [number, number, number])[]; fill: string }) {
  return centres.map(([x, y, radius]) => <circle key={`${x}-${y}`} cx={x} cy={y} r={radius} fill={fill} />);
}

export function PortraitHairBehind({ style, colour, cloth }: HairProps) {
  if (style === "curls-long") return <Curls centres={longCurls} fill={colour.base} />;
  if (style === "scarf") return <path d="M33 54C30 26 44 14.5 60 14.5S90 26 87 54C88 74 92 86 96 100H24C28 86 32 74 33 54Z" fill={cloth.shade} />;
  if (style === "braids") {
    return [0, 1, 2, 3, 4].flatMap((step) => [
      <ellipse key={`l${step}`} cx={37 - step * 0.8} cy={60 + step * 9} rx={5.5 - step * 0.5} ry="6" fill={step % 2 ? colour.light : colour.base} />,
      <ellipse key={`r${step}`} cx={83 + step * 0.8} cy={60 + step * 9} rx={5.5 - step * 0.5} ry="6" fill={step % 2 ? colour.light : colour.base} />,
    ]);
  }
  const path = behind[style];
  return path ? <path d={path} fill={style === "bun" || style === "ponytail" ? colour.base : colour.light} /> : null;
}

export function PortraitHairFront({ style, colour, cloth }: HairProps) {
  switch (style) {
    case "bald":
      return null;
    case "receding":
      return (
        <path
          d="M38.5 55C34.5 42 37 31 45 26C44 33 41.5 40 41.5 48C41 52 40 54 38.5 55ZM81.5 55C85.5 42 83 31 75 26C76 33 78.5 40 78.5 48C79 52 80 54 81.5 55Z"
          fill={colour.base}
        />
      );
    case "curls-short":
      return (
        <>
          <path d="M40 46C38 30 47 21 60 21S82 30 80 46C78 39 75 35 71 33H49C45 35 42 39 40 46Z" fill={colour.base} />
          <Curls centres={shortCurls} fill={colour.base} />
        </>
      );
    case "curls-long":
      return <path d="M39.5 50C36 30 46 20 60 20S84 30 80.5 50C79 41 74 34 68 32C62 35 56 34 52 31.5C46 34 41 41 39.5 50Z" fill={colour.base} />;
    case "scarf":
      return (
        <path
          fillRule="evenodd"
          d="M34 54C31 27 44 15 60 15S89 27 86 54C85 72 90 84 94 96C82 108 38 108 26 96C30 84 35 72 34 54ZM60 28C47 28 41.5 36 41.5 50C41.5 66 49 77 60 77S78.5 66 78.5 50C78.5 36 73 28 60 28Z"
          fill={cloth.base}
        />
      );
    case "turban":
      return (
        <>
          <path d="M36 42C32 22 44 9 60 9S88 22 84 42C76 36 68 33 60 33S44 36 36 42Z" fill={cloth.base} />
          <path d="M38 38C46 24 56 18 72 13M82 38C74 27 66 22 52 16M40 29C47 20 52 16 60 13" stroke={cloth.shade} strokeWidth="1.6" fill="none" strokeLinecap="round" />
        </>
      );
    default: {
      const path = front[style];
      return path ? <path d={path} fill={colour.base} /> : null;
    }
  }
}
