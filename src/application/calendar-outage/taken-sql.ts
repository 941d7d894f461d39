/** SQL: whether an event of a calendar that counts for the provider `p` of a booking `b` takes its time, buffers included. */
export const IS_TAKEN = `EXISTS (
  SELECT FROM busy_interval i JOIN calendar c ON c.id = i.calendar_id AND c.reads_busy AND (c.location_id IS NULL OR c.location_id = p.location_id)
  WHERE (i.provider_id = p.id OR i.organization_id = p.organization_id) AND i.starts_at < b.blocked_to AND i.ends_at > b.blocked_from)`;
