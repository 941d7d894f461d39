-- Stable views for analysts: columns are added, never renamed or removed. docs/reporting.md describes them.
CREATE SCHEMA IF NOT EXISTS "reporting";

CREATE VIEW "reporting"."bookings" AS
SELECT "id", "reference", "provider_id", "service_id", "status"::text AS "status", "starts_at", "ends_at",
       "blocked_from", "blocked_to", "is_overbook", "source"::text AS "source", "created_at"
FROM "booking";
COMMENT ON VIEW "reporting"."bookings" IS 'One row per booking, holds and ended ones included; a rescheduled visit has a row per time. Instants are UTC.';

CREATE VIEW "reporting"."messages" AS
SELECT "id", "booking_id", "channel"::text AS "channel", "template",
       CASE WHEN "channel" = 'EMAIL' THEN left("address", 1) || '***@' || split_part("address", '@', 2)
            ELSE left("address", 3) || '***' || right("address", 2) END AS "recipient_masked",
       "state"::text AS "state", "vendor_id", "attempts", "created_at", "sent_at"
FROM "message";
COMMENT ON VIEW "reporting"."messages" IS 'One row per send on one channel to one recipient, addresses masked.';

CREATE VIEW "reporting"."calendar_events" AS
SELECT "booking_id", "calendar_id", "event_id", "state"::text AS "state", "attempts", "last_error"
FROM "calendar_event_link";
COMMENT ON VIEW "reporting"."calendar_events" IS 'The one calendar event of each booking series and how its synchronisation stands.';

CREATE VIEW "reporting"."jobs" AS
SELECT "id", "task_identifier" AS "task", "key", "attempts", "last_error", "run_at"
FROM "graphile_worker"."jobs";
COMMENT ON VIEW "reporting"."jobs" IS 'Background work that is waiting, running or given up; finished work leaves the queue.';

CREATE VIEW "reporting"."audit" AS
SELECT "id", "at", "actor_kind", "actor_id", "action", "subject_kind", "subject_id"
FROM "audit_entry";
COMMENT ON VIEW "reporting"."audit" IS 'Who did what to what, and when. Append-only.';
