import type { ProviderProfile } from "@/application/providers/provider-schemas";
import { PlaceAddress } from "./place-address";

/** What else is worth knowing: their own words, what they do, where and how to reach the clinic. */
export function ProviderAbout({ profile }: { profile: ProviderProfile }) {
  const { location } = profile;
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
          <div className="mt-1">
            <PlaceAddress place={location} />
          </div>
        </section>
      )}
    </div>
  );
}

const remoteModes = (profile: ProviderProfile): string => (profile.services.some(({ modes }) => modes.includes("PHONE")) ? "by video or phone" : "by video");
