import { useId, type ReactNode } from "react";
import { cn } from "./class-names";

export type RadioCard = {
  value: string;
  title: ReactNode;
  /** One quiet line under the title. */
  detail?: ReactNode;
  /** Figures at the right edge, such as a length and a price. */
  aside?: ReactNode;
  /** Makes the card unavailable and says why. */
  disabledReason?: string;
};

type RadioCardGroupProps = {
  legend: ReactNode;
  hideLegend?: boolean;
  cards: readonly RadioCard[];
  /** Form name; one is made when absent. */
  name?: string;
  value?: string | null;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  className?: string;
};

/** One choice out of a few that each deserve a line of explanation. Native radios: arrow keys move and choose. */
export function RadioCardGroup({ legend, hideLegend, cards, name, value, defaultValue, onValueChange, className }: RadioCardGroupProps) {
  const ownName = useId();
  return (
    <fieldset className={className}>
      <legend className={hideLegend ? "sr-only" : "mb-2 font-medium"}>{legend}</legend>
      <div className="grid gap-2">
        {cards.map((card) => (
          <label
            key={card.value}
            className={cn(
              "relative flex min-h-14 items-center gap-3 rounded-lg border border-line bg-raised px-4 py-3 transition-colors",
              "has-checked:border-primary has-checked:bg-primary-soft has-checked:ring-1 has-checked:ring-primary",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary",
              card.disabledReason ? "bg-sunken text-muted has-disabled:cursor-not-allowed" : "hover:border-control",
            )}
          >
            <input
              type="radio"
              name={name ?? ownName}
              value={card.value}
              disabled={card.disabledReason !== undefined}
              checked={value === undefined ? undefined : value === card.value}
              defaultChecked={value === undefined && defaultValue !== undefined ? defaultValue === card.value : undefined}
              onChange={onValueChange ? () => onValueChange(card.value) : undefined}
              readOnly={onValueChange ? undefined : true}
              className="size-5 shrink-0 appearance-none rounded-full border border-control bg-raised outline-none checked:border-6 checked:border-primary"
            />
            <span className="min-w-0 grow">
              <span className="block font-medium">{card.title}</span>
              {card.detail && <span className="block text-sm text-muted">{card.detail}</span>}
              {card.disabledReason && <span className="block text-sm text-muted">{card.disabledReason}</span>}
            </span>
            {card.aside && <span className="shrink-0 text-right tabular-nums">{card.aside}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
