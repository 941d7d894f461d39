import { ExternalLink } from "lucide-react";

interface Place {
  readonly name: string;
  readonly addressLine: string;
  readonly postalCode: string;
  readonly city: string;
  /** E.164. */
  readonly phone: string;
  readonly phoneText: string;
}

/** A place's address, its map and its telephone. */
export function PlaceAddress({ place }: { place: Place }) {
  const { name, addressLine, postalCode, city, phone, phoneText } = place;
  const map = `https://www.google.com/maps/search/?${new URLSearchParams({ api: "1", query: `${name}, ${addressLine}, ${postalCode} ${city}` })}`;
  return (
    <>
      <address className="not-italic">
        {name}
        <br />
        {addressLine}
        <br />
        {postalCode} {city}
      </address>
      <p className="mt-1 flex flex-wrap gap-x-4">
        <a href={map} target="_blank" rel="noreferrer" className="text-link inline-flex min-h-6 items-center gap-1 pointer-coarse:min-h-11">
          Map
          <ExternalLink aria-hidden="true" className="size-3.5" />
          <span className="sr-only"> of {name} (opens in a new tab)</span>
        </a>
        <a href={`tel:${phone}`} className="text-link inline-flex min-h-6 items-center pointer-coarse:min-h-11">
          {phoneText}
        </a>
      </p>
    </>
  );
}
