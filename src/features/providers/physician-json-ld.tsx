import type { ProviderProfile } from "@/application/providers/provider-schemas";

/** The page for machines (schema.org Physician). */
export function PhysicianJsonLd({ profile, url }: { profile: ProviderProfile; url: string }) {
  const { location, place } = profile;
  const data = {
    "@context": "https://schema.org",
    "@type": "Physician",
    name: profile.name,
    description: profile.bio || profile.title,
    url,
    medicalSpecialty: profile.specialities,
    knowsLanguage: profile.languages,
    availableService: profile.services.map((service) => ({ "@type": "MedicalProcedure", name: service.name })),
    ...(location && {
      telephone: location.phone,
      address: { "@type": "PostalAddress", streetAddress: location.addressLine, postalCode: location.postalCode, addressLocality: location.city, addressCountry: location.country },
    }),
    ...(place?.organization && { parentOrganization: { "@type": "MedicalOrganization", name: place.organization } }),
    potentialAction: { "@type": "ReserveAction", target: url },
  };
  // "<" is written as an escape, so that no text can end the element.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replace(/</g, "\\u003c") }} />;
}
