"use client";

import { useState } from "react";
import { Users } from "lucide-react";
import type { ClinicView } from "@/application/clinics/clinic-schemas";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { RadioCardGroup } from "@/ui/radio-card-group";

type Person = ClinicView["providers"][number];

type WhoWithProps = { people: readonly Person[]; /** A slug; null for whoever is free. */ value: string | null; onChoose: (slug: string | null) => void };

/** More people than these are folded away until asked for. */
const SHOWN = 4;

const ANY = "";

/** Whoever is free, or somebody in particular. Where there is one person only, it says who. */
export function WhoWith({ people, value, onChoose }: WhoWithProps) {
  const [showsAll, setShowsAll] = useState(false);
  const [only] = people;
  if (people.length === 1 && only) {
    return (
      <p className="flex items-center gap-3 rounded-lg border border-line bg-raised px-4 py-3">
        <Avatar name={only.name} portrait={{ seed: only.portraitSeed }} />
        <span>
          <span className="block font-medium">{only.name}</span>
          <span className="block text-sm text-muted">{only.title}</span>
        </span>
      </p>
    );
  }
  const isFolded = !showsAll && people.length > SHOWN + 1;
  const shown = isFolded ? people.filter(({ slug }, index) => index < SHOWN || slug === value) : people;
  return (
    <div>
      <RadioCardGroup
        legend="Who with"
        hideLegend
        name="person"
        value={value ?? ANY}
        onValueChange={(slug) => onChoose(slug === ANY ? null : slug)}
        className="[&>div]:sm:grid-cols-2 [&>div>:first-child]:sm:col-span-2"
        cards={[
          {
            value: ANY,
            title: "Any available",
            detail: "The most times to choose from",
            aside: (
              <span aria-hidden="true" className="grid size-10 place-items-center rounded-full bg-primary-soft text-primary-ink">
                <Users className="size-5" />
              </span>
            ),
          },
          ...shown.map(({ slug, name, title, portraitSeed }) => ({ value: slug, title: name, detail: title, aside: <Avatar name={name} portrait={{ seed: portraitSeed }} /> })),
        ]}
      />
      {isFolded && (
        <Button variant="quiet" size="sm" onClick={() => setShowsAll(true)} className="mt-2">
          Show all {people.length} people
        </Button>
      )}
    </div>
  );
}
