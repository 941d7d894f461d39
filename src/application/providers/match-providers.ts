import type { Matching } from "@/application/openings/find-soonest";
import type { SearchProvidersInput } from "./provider-schemas";

/** Lower case without accents, so that "muller" finds "Müller". `fold` below does the same in SQL. */
const folded = (text: string) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const fold = (expression: string) => `lower(regexp_replace(normalize(${expression}, NFD), '[\\u0300-\\u036f]', '', 'g'))`;

/** `%word%` with the pattern characters of LIKE taken literally. */
const containing = (word: string) => `%${word.replace(/[\\%_]/g, "\\$&")}%`;

/**
 * Who may be shown, or null for everybody. Each word of `query` must appear in what a patient can read: name, title, a
 * speciality, the bio, a service or the place. A language matches with or without its region.
 */
export function matchProviders({ query, speciality, language, city }: Pick<SearchProvidersInput, "query" | "speciality" | "language" | "city">): Matching | null {
  const words = folded(query ?? "").split(/\s+/).filter(Boolean).map(containing);
  if (words.length === 0 && !speciality && !language && !city) return null;
  const sql = `
    SELECT p.id
      FROM provider p
      LEFT JOIN location l ON l.id = p.location_id
      LEFT JOIN organization o ON o.id = p.organization_id
      LEFT JOIN LATERAL (SELECT string_agg(concat_ws(' ', s.name, s.description), ' ') AS words FROM service s WHERE s.provider_id = p.id AND s.is_active AND $7::text[] <> '{}') offered ON true
     WHERE ($7::text[] = '{}' OR ${fold("concat_ws(' ', p.name, p.title, array_to_string(p.specialities, ' '), p.bio, offered.words, o.name, l.name, l.city)")} LIKE ALL ($7::text[]))
       AND ($8::text IS NULL OR EXISTS (SELECT 1 FROM unnest(p.specialities) AS speciality WHERE ${fold("speciality")} = $8))
       AND ($9::text IS NULL OR EXISTS (SELECT 1 FROM unnest(p.languages) AS language WHERE lower(language) = $9 OR split_part(lower(language), '-', 1) = $9))
       AND ($10::text IS NULL OR ${fold("l.city")} = $10)`;
  return { sql, values: [words, speciality ? folded(speciality) : null, language?.toLowerCase() ?? null, city ? folded(city) : null] };
}
