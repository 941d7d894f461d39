import Link from "next/link";
import { Languages, MapPin, Users } from "lucide-react";
import type { ProviderProfile } from "@/application/providers/provider-schemas";
import { Avatar } from "@/ui/avatar";
import { languageList } from "./language-names";

/** Who: the page's h1. */
export function ProviderHeading({ profile }: { profile: ProviderProfile }) {
  const { place } = profile;
  return (
    <header className="flex items-start gap-4 lg:flex-col lg:gap-5">
      <Avatar name={profile.name} portrait={{ seed: profile.portraitSeed }} size="lg" className="lg:size-28" />
      <div className="min-w-0">
        <h1 className="text-xl lg:text-2xl">{profile.name}</h1>
        <p className="lg:text-lg">{profile.title}</p>
        <ul className="mt-2 grid gap-1 text-sm text-muted [&_.lucide]:mt-0.5 [&_.lucide]:size-4 [&_li]:flex [&_li]:gap-2">
          {place && (
            <li>
              <MapPin aria-hidden="true" />
              {[place.organization, place.city].filter(Boolean).join(", ")}
            </li>
          )}
          {profile.clinic && (
            <li>
              <Users aria-hidden="true" />
              <Link href={`/c/${profile.clinic.slug}`} className="text-link inline-flex min-h-6 items-center pointer-coarse:min-h-11">
                Others at {profile.clinic.name}
              </Link>
            </li>
          )}
          {profile.languages.length > 0 && (
            <li>
              <Languages aria-hidden="true" />
              {languageList(profile.languages)}
            </li>
          )}
        </ul>
      </div>
    </header>
  );
}
