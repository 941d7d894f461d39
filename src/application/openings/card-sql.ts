/** The cards of the providers with the ids $1 who are active and offer something: what search shows beside their openings. */
export const CARDS_SQL = `
  SELECT p.id, json_build_object(
      'slug', p.slug, 'name', p.name, 'title', p.title, 'portraitSeed', p.portrait_seed, 'specialities', p.specialities, 'languages', p.languages, 'timeZone', p.time_zone,
      'place', CASE WHEN l.id IS NOT NULL THEN json_build_object('organization', coalesce(o.name, ''), 'clinic', o.slug, 'location', l.name, 'city', l.city, 'country', l.country) END,
      'services', offered.services) AS card
    FROM provider p
    LEFT JOIN location l ON l.id = p.location_id
    LEFT JOIN organization o ON o.id = p.organization_id
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object('slug', s.slug, 'name', s.name, 'description', s.description, 'durationMinutes', s.duration_minutes, 'modes', s.modes,
          'price', json_build_object('amount', s.price_amount, 'currency', s.currency), 'requiresApproval', s.requires_approval, 'horizonDays', s.horizon_days) ORDER BY s.position, s.slug) AS services
        FROM service s WHERE s.provider_id = p.id AND s.is_active) offered
   WHERE p.id = ANY($1::uuid[]) AND p.status = 'ACTIVE' AND offered.services IS NOT NULL`;
