import type { ClinicView } from "@/application/clinics/clinic-schemas";

type ClinicJsonLdProps = { clinic: ClinicView; /** Of this page. */ url: string; publicOrigin: string };

/** The page for machines (schema.org MedicalClinic, one department per location). */
export function ClinicJsonLd({ clinic, url, publicOrigin }: ClinicJsonLdProps) {
  const places = clinic.locations.map(({ name, phone, addressLine, postalCode, city, country }) => ({
    "@type": "MedicalClinic",
    name,
    telephone: phone,
    address: { "@type": "PostalAddress", streetAddress: addressLine, postalCode, addressLocality: city, addressCountry: country },
  }));
  const [only] = places;
  const data = {
    "@context": "https://schema.org",
    ...(places.length === 1 && only),
    "@type": "MedicalClinic",
    name: clinic.name,
    url,
    availableService: clinic.services.map(({ name }) => ({ "@type": "MedicalProcedure", name })),
    employee: clinic.providers.map(({ slug, name }) => ({ "@type": "Person", name, url: `${publicOrigin}/p/${slug}` })),
    ...(places.length > 1 && { department: places }),
    potentialAction: { "@type": "ReserveAction", target: url },
  };
  // "<" is written as an escape, so that no text can end the element.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replace(/</g, "\\u003c") }} />;
}
