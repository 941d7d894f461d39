import { brandColours, contrastRatio, readColour, type BrandColours } from "@/domain/messages/brand-colours";
import { Alert } from "@/ui/alert";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";

const OURS = "#006d6b";
const GROUNDS = { light: "#ffffff", dark: "#152023" } as const;

type ColourFieldProps = { value: string; error: string | undefined; onChange: (colour: string) => void };

/** A colour, how it looks on both grounds, and a word when it has to be changed to be read. */
export function ColourField({ value, error, onChange }: ColourFieldProps) {
  const chosen = readColour(value);
  const colours = chosen === null ? null : brandColours(chosen);
  return (
    <div className="grid gap-3">
      <Field label="Colour" optional hint="Of links, the button and the date. Empty: MedBookings’ own." error={error}>
        {(control) => (
          <div className="flex gap-2">
            <input type="color" aria-label="Pick a colour" value={chosen ?? OURS} onChange={(event) => onChange(event.target.value)} className="h-10 w-12 shrink-0 rounded-lg border border-control bg-raised p-1 pointer-coarse:h-11" />
            <Input {...control} value={value} placeholder={OURS} spellCheck={false} autoComplete="off" className="font-mono" onChange={(event) => onChange(event.target.value)} />
          </div>
        )}
      </Field>
      {chosen !== null && colours !== null && (
        <>
          <div className="flex flex-wrap gap-2" aria-hidden="true">
            <Sample tones={colours.light} ground={GROUNDS.light} />
            <Sample tones={colours.dark} ground={GROUNDS.dark} />
          </div>
          {colours.isAdjusted && (
            <Alert tone="pending" announce="polite">
              On white this colour has a contrast of {contrastRatio(chosen, GROUNDS.light).toFixed(1)} to 1, and text needs 4.5. Messages use {colours.light.primary} in its place.
            </Alert>
          )}
        </>
      )}
    </div>
  );
}

function Sample({ tones: { primary, onPrimary }, ground }: { tones: BrandColours["light"]; ground: string }) {
  return (
    <span className="flex items-center gap-3 rounded-lg border border-line px-3 py-2 text-sm" style={{ backgroundColor: ground }}>
      <span className="rounded-md px-2.5 py-1 font-medium" style={{ backgroundColor: primary, color: onPrimary }}>
        Button
      </span>
      <span className="underline" style={{ color: primary }}>
        Link
      </span>
    </span>
  );
}
