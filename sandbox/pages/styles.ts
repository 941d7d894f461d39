/** One stylesheet for every page: calm, light and dark, usable on a phone. */
export const styles = `
:root { color-scheme: light dark;
  --surface: light-dark(oklch(0.99 0.003 95), oklch(0.19 0.01 220)); --raised: light-dark(white, oklch(0.23 0.01 220));
  --sunken: light-dark(oklch(0.965 0.004 95), oklch(0.16 0.01 220)); --line: light-dark(oklch(0.9 0.005 95), oklch(0.32 0.01 220));
  --ink: light-dark(oklch(0.24 0.02 230), oklch(0.95 0.005 220)); --muted: light-dark(oklch(0.48 0.02 230), oklch(0.74 0.01 220));
  --primary: light-dark(oklch(0.48 0.09 195), oklch(0.78 0.1 190)); --on-primary: light-dark(white, oklch(0.19 0.02 220));
  --danger: light-dark(oklch(0.52 0.19 25), oklch(0.74 0.15 25)); --tint: light-dark(oklch(0.94 0.03 195), oklch(0.3 0.04 195)); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--surface); color: var(--ink); font: 15px/1.5 Inter, system-ui, sans-serif; }
header { border-bottom: 1px solid var(--line); background: var(--raised); }
nav { max-width: 1100px; margin: auto; padding: 12px 20px; display: flex; gap: 20px; align-items: baseline; }
main { max-width: 1100px; margin: auto; padding: 24px 20px 64px; }
h1 { font-size: 28px; letter-spacing: -0.02em; line-height: 1.2; margin: 0 0 8px; font-weight: 600; }
h2 { font-size: 20px; letter-spacing: -0.01em; margin: 32px 0 8px; font-weight: 600; }
h3 { font-size: 16px; margin: 0; font-weight: 600; }
a { color: var(--primary); text-underline-offset: 3px; } nav a { text-decoration: none; }
.brand { font-weight: 600; color: var(--ink); }
.muted { color: var(--muted); } .small { font-size: 13px; } .times { font-variant-numeric: tabular-nums; font-weight: 600; }
.card, .sign-in { background: var(--raised); border: 1px solid var(--line); border-radius: 10px; padding: 16px 20px; }
.sign-in { max-width: 460px; margin: 6vh auto 0; padding: 32px; }
a.card { display: block; text-decoration: none; overflow-wrap: anywhere; min-width: 0; color: var(--ink); } a.card:hover { background: var(--sunken); } a.card h2 { font-size: 16px; margin: 0; color: var(--primary); } a.card .muted { font-size: 13px; }
.grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(280px, 1fr)); gap: 16px; margin-top: 16px; }
.row { display: flex; flex-wrap: wrap; gap: 10px; align-items: end; } .row.end { justify-content: flex-end; margin-top: 24px; } .row.between { justify-content: space-between; align-items: center; }
.stack > * + * { margin-top: 12px; }
.chip { display: inline-block; border: 1px solid var(--line); border-radius: 99px; padding: 2px 10px; font-size: 13px; background: var(--sunken); }
a.chip { text-decoration: none; } .chip[aria-current] { background: var(--tint); font-weight: 600; }
.chip.bad { color: var(--danger); }
button, .button { font: inherit; min-height: 40px; padding: 6px 16px; border-radius: 10px; border: 1px solid var(--line); background: var(--raised); color: var(--ink); cursor: pointer; text-decoration: none; display: inline-block; }
button:hover, .button:hover { background: var(--sunken); } button.primary { background: var(--primary); color: var(--on-primary); border-color: transparent; }
button.danger { color: var(--danger); }
:focus-visible { outline: 2px solid var(--primary); outline-offset: 2px; }
label { display: block; font-size: 13px; color: var(--muted); } label.check { display: flex; gap: 10px; font-size: 15px; color: var(--ink); padding: 8px 0; }
input, select, textarea { font: inherit; color: var(--ink); background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 7px 10px; min-height: 40px; max-width: 100%; }
input[type=checkbox] { min-height: 0; width: 20px; height: 20px; flex: none; accent-color: var(--primary); } textarea { width: 100%; }
fieldset { border: 1px solid var(--line); border-radius: 10px; margin: 16px 0 0; padding: 8px 16px; } legend { font-size: 13px; color: var(--muted); padding: 0 6px; }
.accounts { list-style: none; padding: 0; margin: 16px 0 0; } .accounts li { border-bottom: 1px solid var(--line); }
button.account .muted { font-size: 13px; }
button.account > :last-child { min-width: 0; overflow-wrap: anywhere; }
button.account { display: flex; gap: 14px; align-items: center; text-align: left; width: 100%; border: 0; border-radius: 8px; padding: 12px 8px; }
.avatar { width: 40px; height: 40px; border-radius: 50%; background: var(--primary); color: var(--on-primary); display: grid; place-items: center; font-weight: 600; flex: none; }
.month { width: 100%; border-collapse: collapse; table-layout: fixed; background: var(--raised); }
.month th { font-size: 13px; font-weight: 500; color: var(--muted); padding: 6px; text-align: left; }
.month td { border: 1px solid var(--line); height: 96px; vertical-align: top; padding: 4px 6px; } .month td.other { background: var(--sunken); } .month td.today .day { background: var(--primary); color: var(--on-primary); }
.list { list-style: none; padding: 0; } .list li { padding: 6px 0; border-bottom: 1px solid var(--line); }
.day { display: inline-block; min-width: 24px; border-radius: 99px; text-align: center; font-size: 13px; font-variant-numeric: tabular-nums; }
.event { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: 13px; padding: 1px 6px; margin-top: 2px; border-radius: 6px; background: var(--tint); color: var(--ink); text-decoration: none; min-height: 24px; }
.event.free { background: none; border: 1px dashed var(--line); } .event.cancelled { text-decoration: line-through; opacity: .6; }
article h2 { font-size: 16px; margin: 0; letter-spacing: 0; overflow-wrap: anywhere; }
article { border-bottom: 1px solid var(--line); padding: 16px 0; } article:target { background: var(--tint); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--sunken); border-radius: 8px; padding: 12px; margin: 8px 0; font-size: 13px; }
iframe { width: 100%; height: 620px; border: 1px solid var(--line); border-radius: 8px; background: white; }
details > summary { cursor: pointer; color: var(--primary); padding: 4px 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; } dt { color: var(--muted); } dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 640px) { .month td { height: 56px; padding: 2px; } .month .event { font-size: 11px; padding: 2px; text-overflow: clip; letter-spacing: -0.02em; } .switch { flex-wrap: nowrap; overflow-x: auto; margin-inline: -14px; padding: 4px 14px; } .switch .chip { flex: none; } .pager .button { padding-inline: 10px; } main { padding: 16px 14px 48px; } .sign-in { padding: 20px; margin-top: 2vh; } }
`;
