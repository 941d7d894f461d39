import Link from "next/link";
import type { ClinicView } from "@/application/clinics/clinic-schemas";
import { PlaceAddress } from "@/features/providers/place-address";
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
                <PlaceAddress place={location} />
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
