import { MapPin, Users } from "lucide-react";
import type { ClinicView } from "@/application/clinics/clinic-schemas";

/** Which clinic: the page's h1. */
export function ClinicHeading({ clinic }: { clinic: ClinicView }) {
  const cities = [...new Set(clinic.locations.map(({ city }) => city))];
  return (
    <header className="min-w-0">
      <h1 className="text-xl lg:text-2xl">{clinic.name}</h1>
      <ul className="mt-2 grid gap-1 text-sm text-muted [&_.lucide]:mt-0.5 [&_.lucide]:size-4 [&_.lucide]:shrink-0 [&_li]:flex [&_li]:gap-2">
        {cities.length > 0 && (
          <li>
            <MapPin aria-hidden="true" />
            {cities.join(", ")}
          </li>
        )}
        <li>
          <Users aria-hidden="true" />
          {clinic.providers.length === 1 ? "1 person" : `${clinic.providers.length} people`}
        </li>
      </ul>
    </header>
  );
}
