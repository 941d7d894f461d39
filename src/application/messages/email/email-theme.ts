import type { Brand } from "@/domain/messages/brand";

/** The interface's tokens as hexadecimal colours: mail programs do not know oklch. */
const LIGHT = { page: "#f4f4f0", card: "#ffffff", well: "#f5f4f1", ink: "#15222b", muted: "#5a6872", line: "#e3e3dd", primary: "#006d6b", onPrimary: "#ffffff", leaf: "#e7f2f1", off: "#a3362f" } as const;
const DARK = { page: "#0c1416", card: "#152023", well: "#0f181b", ink: "#eaf1f2", muted: "#a1b0b4", line: "#2a383c", primary: "#4fbdb5", onPrimary: "#06201f", leaf: "#17302f", off: "#f0938b" } as const;

export const FONT = "Inter, -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

export type MailColours = { readonly [Token in keyof typeof LIGHT]: string };

/** The colours of a brand's e-mails by day, and what inline styles cannot say: the dark variant and the narrow one. */
export function mailTheme({ colours }: Brand): { light: MailColours; styles: string } {
  const light = { ...LIGHT, ...colours?.light };
  return { light, styles: stylesOf(light, { ...DARK, ...colours?.dark }) };
}

const stylesOf = (light: MailColours, dark: MailColours) => `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  a { color: ${light.primary}; }
  @media (max-width: 480px) {
    .page { padding: 0 0 28px !important; }
    .card { border-radius: 0 !important; border-left: 0 !important; border-right: 0 !important; }
    .inner { padding-left: 20px !important; padding-right: 20px !important; }
    .beside { padding-left: 14px !important; }
    .time { font-size: 24px !important; }
    .button { display: block !important; text-align: center !important; padding-left: 10px !important; padding-right: 10px !important; }
  }
  @media (prefers-color-scheme: dark) {
    body, .page { background-color: ${dark.page} !important; }
    .card { background-color: ${dark.card} !important; border-color: ${dark.line} !important; }
    .well { background-color: ${dark.well} !important; border-color: ${dark.line} !important; }
    .leaf { background-color: ${dark.leaf} !important; }
    .ink { color: ${dark.ink} !important; }
    .muted { color: ${dark.muted} !important; }
    .accent, a { color: ${dark.primary} !important; }
    .off { color: ${dark.off} !important; }
    .line { border-color: ${dark.line} !important; }
    .button { background-color: ${dark.primary} !important; color: ${dark.onPrimary} !important; }
    .logo { background-color: #ffffff !important; padding: 6px 8px !important; border-radius: 8px !important; }
    .mark { background-color: ${dark.primary} !important; color: ${dark.onPrimary} !important; }
  }
`;
