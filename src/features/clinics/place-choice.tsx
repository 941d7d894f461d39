"use client";

import { useId } from "react";
import { NativeSelect } from "@/ui/native-select";
import { SegmentedControl } from "@/ui/segmented-control";
import type { ClinicChoice } from "./choose-at-clinic";

const ANYWHERE = "";

/** Where, when there is a choice. Nobody travels to "anywhere": that is for visits from home. */
export function PlaceChoice({ choice: { locations, location, mode }, onChoose }: { choice: ClinicChoice; onChoose: (slug: string | null) => void }) {
  const id = useId();
  if (locations.length < 2) return null;
  const hasCitiesOfItsOwn = new Set(locations.map(({ city }) => city)).size === locations.length;
  const places = [...(mode === "IN_PERSON" ? [] : [{ value: ANYWHERE, label: "Anywhere" }]), ...locations.map(({ slug, name, city }) => ({ value: slug, label: hasCitiesOfItsOwn ? city : name }))];
  const value = location?.slug ?? ANYWHERE;
  const choose = (slug: string) => onChoose(slug === ANYWHERE ? null : slug);
  if (places.length <= 3 && hasCitiesOfItsOwn) return <SegmentedControl label="Where" segments={places} value={value} onValueChange={choose} />;
  return (
    <div className="max-sm:w-full">
      <label htmlFor={id} className="sr-only">
        Where
      </label>
      <NativeSelect id={id} value={value} onChange={(event) => choose(event.target.value)}>
        {places.map((place) => (
          <option key={place.value} value={place.value}>
            {place.label}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}
