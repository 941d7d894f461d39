import { readSql } from "@/application/shared/sql";
import type { AppContext } from "@/application/shared/context";
import type { SearchProvidersInput } from "./provider-schemas";

/** More matches than this are not ranked: such a search needs another word. */
const MOST_MATCHES = 500;

/** Lower case without accents, so that "muller" finds "Müller". `fold` below does the same in SQL. */
const folded = (text: string) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const fold = (expression: string) => `lower(regexp_replace(normalize(${expression}, NFD), '[\\u0300-\\u036f]', '', 'g'))`;

/** `%word%` with the pattern characters of LIKE taken literally. */
const containing = (word: string) => `%${word.replace(/[\\%_]/g, "\\$&")}%`;

/**
 * The ids of active providers that offer at least one service and match every given part. Each word of `query` must
 * appear in what a patient can read: name, title, a speciality, the bio, a service or the place. A language matches with or without its region.
 */
export async function matchProviders(app: AppContext, input: Omit<SearchProvidersInput, "limit" | "cursor">): Promise<string[]> {
  const words = folded(input.query ?? "").split(/\s+/).filter(Boolean).map(containing);
  const rows = await readSql(app)<{ id: string }>(
    `SELECT p.id
       FROM provider p
       LEFT JOIN location l ON l.id = p.location_id
       LEFT JOIN organization o ON o.id = p.organization_id
       JOIN LATERAL (
         SELECT string_agg(concat_ws(' ', s.name, s.description), ' ') AS words, bool_or($5::text IS NULL OR s.modes @> ARRAY[$5::text]::visit_mode[]) AS has_mode
           FROM service s WHERE s.provider_id = p.id AND s.is_active
       ) offered ON offered.words IS NOT NULL
      WHERE p.status = 'ACTIVE'
        AND offered.has_mode
        AND ($1::text[] = '{}' OR ${fold("concat_ws(' ', p.name, p.title, array_to_string(p.specialities, ' '), p.bio, offered.words, o.name, l.name, l.city)")} LIKE ALL ($1::text[]))
        AND ($2::text IS NULL OR EXISTS (SELECT 1 FROM unnest(p.specialities) AS speciality WHERE ${fold("speciality")} = $2))
        AND ($3::text IS NULL OR EXISTS (SELECT 1 FROM unnest(p.languages) AS language WHERE lower(language) = $3 OR split_part(lower(language), '-', 1) = $3))
        AND ($4::text IS NULL OR ${fold("l.city")} = $4)
      ORDER BY p.slug
      LIMIT ${MOST_MATCHES}`,
    [words, input.speciality ? folded(input.speciality) : null, input.language?.toLowerCase() ?? null, input.city ? folded(input.city) : null, input.mode ?? null],
  );
  return rows.map((row) => row.id);
}
