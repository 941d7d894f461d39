"use client";

import { useId } from "react";
import { zoneCity } from "@/domain/time/format-time";
import { deviceZone } from "@/features/site/device-zone";
import { NativeSelect } from "@/ui/native-select";

type ZoneSelectProps = { value: string; onChoose: (timeZone: string) => void };

/** Every zone by continent. Default export because it is loaded when it is asked for. */
export default function ZoneSelect({ value, onChoose }: ZoneSelectProps) {
  const id = useId();
  const own = deviceZone();
  const zones = [...new Set([value, own, ...Intl.supportedValuesOf("timeZone")])].sort();
  const continents = [...new Set(zones.map((zone) => (zone.includes("/") ? zone.slice(0, zone.indexOf("/")) : "Other")))];
  return (
    <div className="mt-2 max-w-xs">
      <label htmlFor={id} className="sr-only">
        Show times as the clocks read in
      </label>
      <NativeSelect id={id} value={value} onChange={(event) => onChoose(event.target.value)} autoFocus>
        <option value={own}>This device: {zoneCity(own)}</option>
        {continents.map((continent) => (
          <optgroup key={continent} label={continent}>
            {zones
              .filter((zone) => zone.startsWith(`${continent}/`) || (continent === "Other" && !zone.includes("/")))
              .map((zone) => (
                <option key={zone} value={zone}>
                  {zone.includes("/") ? zone.slice(zone.indexOf("/") + 1).replaceAll("_", " ").replaceAll("/", ", ") : zone}
                </option>
              ))}
          </optgroup>
        ))}
      </NativeSelect>
    </div>
  );
}
