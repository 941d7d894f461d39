import type { Cloth, SkinTone } from "./portrait-palette";
import type { PortraitTraits } from "./portrait-traits";

const shoulders = "M14 122C15 103 27 95.5 42 91.5L51 88.5C53 95 67 95 69 88.5L78 91.5C93 95.5 105 103 106 122Z";

export function PortraitOutfit({ outfit, cloth, skin }: { outfit: PortraitTraits["outfit"]; cloth: Cloth; skin: SkinTone }) {
  switch (outfit) {
    case "crew":
      return (
        <>
          <path d={shoulders} fill={cloth.base} />
          <path d="M49.5 89C52 97.5 68 97.5 70.5 89" fill="none" stroke={cloth.shade} strokeWidth="3" strokeLinecap="round" />
        </>
      );
    case "roll-neck":
      return (
        <>
          <path d={shoulders} fill={cloth.base} />
          <path d="M48.5 80C54 85 66 85 71.5 80L73 92C66 98 54 98 47 92Z" fill={cloth.base} stroke={cloth.shade} strokeWidth="1.4" />
        </>
      );
    case "scrubs":
      return (
        <>
          <path d={shoulders} fill={cloth.base} />
          <path d="M49.5 88.5L60 107L70.5 88.5C68 94 52 94 49.5 88.5Z" fill={skin.base} />
          <path d="M48 89.5L60 109L72 89.5" fill="none" stroke={cloth.shade} strokeWidth="2.6" strokeLinejoin="round" />
        </>
      );
    case "collar":
      return (
        <>
          <path d={shoulders} fill={cloth.base} />
          <path d="M51 88.5L60 99L69 88.5L66 86.5H54Z" fill={skin.shade} />
          <path d="M51 86L60 98.5L52 105.5L45 91ZM69 86L60 98.5L68 105.5L75 91Z" fill={cloth.base} stroke={cloth.shade} strokeWidth="1.4" strokeLinejoin="round" />
          <path d="M60 98.5V122" stroke={cloth.shade} strokeWidth="1.4" />
        </>
      );
    case "blazer":
      return (
        <>
          <path d={shoulders} fill={cloth.base} />
          <path d="M50 88L60 118L70 88C66 93.5 54 93.5 50 88Z" fill={cloth.under} />
          <path d="M50.5 87L60 97.5L69.5 87L67 86H53Z" fill={skin.shade} />
          <path d="M49 88.5L41 97L47 101.5L43.5 104L60 122L50 89ZM71 88.5L79 97L73 101.5L76.5 104L60 122L70 89Z" fill={cloth.shade} />
        </>
      );
    case "coat":
      return (
        <>
          <path d={shoulders} fill="#fbfaf7" />
          <path d="M48 89L56 122H64L72 89C67 95 53 95 48 89Z" fill={cloth.base} />
          <path d="M50 87.5L60 101L70 87.5L67 86H53Z" fill={skin.base} />
          <path d="M48.5 88L39 98L45.5 102L42 105L56.5 122L50 90ZM71.5 88L81 98L74.5 102L78 105L63.5 122L70 90Z" fill="#ffffff" stroke="#d5d8d8" strokeWidth="1.2" strokeLinejoin="round" />
        </>
      );
  }
}
