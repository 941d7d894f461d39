import { ExternalLink } from "lucide-react";
import type { ProviderProfile } from "@/application/providers/provider-schemas";

/** What else is worth knowing: their own words, what they do, where and how to reach the clinic. */
export function ProviderAbout({ profile }: { profile: ProviderProfile }) {
  const { location } = profile;
  const address = location && `${location.addressLine}, ${location.postalCode} ${location.city}`;
  const isRemote = profile.services.every(({ modes }) => !modes.includes("IN_PERSON"));
  return (
    <div className="grid content-start gap-6">
      {(profile.bio || profile.specialities.length > 0) && (
        <section aria-labelledby="about-heading">
          <h2 id="about-heading" className="text-lg">
            About
          </h2>
          {profile.bio && <p className="mt-1 whitespace-pre-line">{profile.bio}</p>}
          {profile.specialities.length > 0 && <p className="mt-2 text-sm text-muted">{profile.specialities.join(", ")}</p>}
        </section>
      )}
      {isRemote && (
        <section aria-labelledby="place-heading">
          <h2 id="place-heading" className="text-lg">
            Place
          </h2>
          <p className="mt-1">Wherever you are: every visit is {remoteModes(profile)}.</p>
        </section>
      )}
      {location && !isRemote && (
        <section aria-labelledby="place-heading">
          <h2 id="place-heading" className="text-lg">
            Place
          </h2>
          <address className="mt-1 not-italic">
            {location.name}
            <br />
            {location.addressLine}
            <br />
            {location.postalCode} {location.city}
          </address>
          <p className="mt-2 flex flex-wrap gap-x-4">
            <a href={`https://www.google.com/maps/search/?${new URLSearchParams({ api: "1", query: `${location.name}, ${address}` })}`} target="_blank" rel="noreferrer" className="text-link inline-flex min-h-6 items-center gap-1 pointer-coarse:min-h-11">
              Map
              <ExternalLink aria-hidden="true" className="size-3.5" />
              <span className="sr-only"> (opens in a new tab)</span>
            </a>
            <a href={`tel:${location.phone}`} className="text-link inline-flex min-h-6 items-center pointer-coarse:min-h-11">
              {location.phoneText}
            </a>
          </p>
        </section>
      )}
    </div>
  );
}

const remoteModes = (profile: ProviderProfile): string => (profile.services.some(({ modes }) => modes.includes("PHONE")) ? "by video or phone" : "by video");
