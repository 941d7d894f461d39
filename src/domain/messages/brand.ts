import type { BrandColours } from "./brand-colours";

/** How a sender's e-mails look. */
export interface Brand {
  /** Null: MedBookings' own. */
  readonly colours: BrandColours | null;
  /** A picture in place of the mark, its size in pixels as it is drawn. */
  readonly logo: { readonly url: string; readonly width: number; readonly height: number } | null;
}

export const OWN_BRAND: Brand = { colours: null, logo: null };

const LOGO_WIDTH = 200;
const LOGO_HEIGHT = 44;

/** The size at which a picture is drawn in the head of an e-mail: as it is, or smaller. */
export function logoSize({ width, height }: { readonly width: number; readonly height: number }): { width: number; height: number } {
  const scale = Math.min(1, LOGO_WIDTH / width, LOGO_HEIGHT / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
