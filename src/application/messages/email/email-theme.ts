/** The interface's tokens as hexadecimal colours: mail programs do not know oklch. */
export const LIGHT = { page: "#f4f4f0", card: "#ffffff", well: "#f5f4f1", ink: "#15222b", muted: "#5a6872", line: "#e3e3dd", primary: "#006d6b", onPrimary: "#ffffff", leaf: "#e7f2f1", off: "#a3362f" } as const;
const DARK = { page: "#0c1416", card: "#152023", well: "#0f181b", ink: "#eaf1f2", muted: "#a1b0b4", line: "#2a383c", primary: "#4fbdb5", onPrimary: "#06201f", leaf: "#17302f", off: "#f0938b" } as const;

export const FONT = "Inter, -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** What inline styles cannot say: the dark variant and the narrow one. */
export const STYLES = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  a { color: ${LIGHT.primary}; }
  @media (max-width: 480px) {
    .page { padding: 0 0 28px !important; }
    .card { border-radius: 0 !important; border-left: 0 !important; border-right: 0 !important; }
    .inner { padding-left: 20px !important; padding-right: 20px !important; }
    .time { font-size: 26px !important; }
    .button { display: block !important; text-align: center !important; }
  }
  @media (prefers-color-scheme: dark) {
    body, .page { background-color: ${DARK.page} !important; }
    .card { background-color: ${DARK.card} !important; border-color: ${DARK.line} !important; }
    .well { background-color: ${DARK.well} !important; border-color: ${DARK.line} !important; }
    .leaf { background-color: ${DARK.leaf} !important; }
    .ink { color: ${DARK.ink} !important; }
    .muted { color: ${DARK.muted} !important; }
    .accent, a { color: ${DARK.primary} !important; }
    .off { color: ${DARK.off} !important; }
    .line { border-color: ${DARK.line} !important; }
    .button { background-color: ${DARK.primary} !important; color: ${DARK.onPrimary} !important; }
    .mark { background-color: ${DARK.primary} !important; color: ${DARK.onPrimary} !important; }
  }
`;
