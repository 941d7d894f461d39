import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { readSql } from "@/application/shared/sql";
import type { SearchChoices } from "./provider-schemas";

/** What patients can narrow a search by: only values that lead to somebody. */
export async function listSearchChoices(app: AppContext): Promise<SearchChoices> {
  authorize(app.actor, "availability.search");
  const [row] = await readSql(app)<SearchChoices>(
    `SELECT ARRAY(SELECT DISTINCT speciality FROM provider, unnest(specialities) AS speciality WHERE status = 'ACTIVE' ORDER BY 1) AS specialities,
            ARRAY(SELECT DISTINCT city FROM location l WHERE EXISTS (SELECT 1 FROM provider p WHERE p.location_id = l.id AND p.status = 'ACTIVE') ORDER BY 1) AS cities,
            ARRAY(SELECT DISTINCT split_part(spoken, '-', 1) FROM provider, unnest(languages) AS spoken WHERE status = 'ACTIVE' ORDER BY 1) AS languages`,
    [],
  );
  return row ?? { specialities: [], cities: [], languages: [] };
}
