import Link from "next/link";
import { ExternalLink } from "lucide-react";
import type { ClinicView } from "@/application/clinics/clinic-schemas";
import { Avatar } from "@/ui/avatar";

/** Where it is, how to reach it, and who works there. */
export function ClinicAbout({ clinic }: { clinic: ClinicView }) {
  return (
    <div className="grid content-start gap-6">
      {clinic.locations.length > 0 && (
        <section aria-labelledby="place-heading">
          <h2 id="place-heading" className="text-lg">
            {clinic.locations.length === 1 ? "Place" : "Places"}
          </h2>
          <ul className="mt-1 grid gap-4">
            {clinic.locations.map((location) => (
              <li key={location.slug}>
                <address className="not-italic">
                  {location.name}
                  <br />
                  {location.addressLine}
                  <br />
                  {location.postalCode} {location.city}
                </address>
                <p className="mt-1 flex flex-wrap gap-x-4">
                  <a href={mapOf(location)} target="_blank" rel="noreferrer" className="text-link inline-flex min-h-6 items-center gap-1 pointer-coarse:min-h-11">
                    Map
                    <ExternalLink aria-hidden="true" className="size-3.5" />
                    <span className="sr-only"> of {location.name} (opens in a new tab)</span>
                  </a>
                  <a href={`tel:${location.phone}`} className="text-link inline-flex min-h-6 items-center pointer-coarse:min-h-11">
                    {location.phoneText}
                  </a>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="people-heading">
        <h2 id="people-heading" className="text-lg">
          People
        </h2>
        <ul className="mt-2 grid gap-3">
          {clinic.providers.map(({ slug, name, title, portraitSeed }) => (
            <li key={slug} className="flex items-center gap-3">
              <Avatar name={name} portrait={{ seed: portraitSeed }} />
              <span className="min-w-0">
                <Link href={`/p/${slug}`} className="text-link inline-flex min-h-6 items-center pointer-coarse:min-h-11">
                  {name}
                </Link>
                <span className="block text-sm text-muted">{title}</span>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const mapOf = ({ name, addressLine, postalCode, city }: ClinicView["locations"][number]) => `https://www.google.com/maps/search/?${new URLSearchParams({ api: "1", query: `${name}, ${addressLine}, ${postalCode} ${city}` })}`;
