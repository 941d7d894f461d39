-- What Prisma's schema language cannot say.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- No double booking: the last word belongs to the database. Ended bookings leave the index.
ALTER TABLE "booking" ADD CONSTRAINT "booking_no_overlap" EXCLUDE USING gist (
  "provider_id" WITH =,
  tstzrange("blocked_from", "blocked_to") WITH &&
) WHERE ("status" IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN') AND NOT "is_overbook");

ALTER TABLE "booking"
  ADD CONSTRAINT "booking_times_ordered" CHECK ("blocked_from" <= "starts_at" AND "starts_at" < "ends_at" AND "ends_at" <= "blocked_to"),
  ADD CONSTRAINT "booking_hold_complete" CHECK ("status" <> 'HELD' OR ("hold_token_hash" IS NOT NULL AND "hold_expires_at" IS NOT NULL)),
  ADD CONSTRAINT "booking_has_patient" CHECK ("status" IN ('HELD', 'EXPIRED') OR "patient_id" IS NOT NULL),
  ADD CONSTRAINT "booking_overbook_has_reason" CHECK (NOT "is_overbook" OR "override_reason" IS NOT NULL),
  ADD CONSTRAINT "booking_price_not_negative" CHECK ("price_amount" >= 0);

-- A series has one current booking; its reference names it.
CREATE UNIQUE INDEX "booking_reference_current" ON "booking" ("reference") WHERE "status" <> 'RESCHEDULED';
CREATE UNIQUE INDEX "booking_series_current" ON "booking" ("series_id") WHERE "status" <> 'RESCHEDULED';

-- Sweeps look only at the few rows that can expire.
CREATE INDEX "booking_hold_expiry" ON "booking" ("hold_expires_at") WHERE "status" = 'HELD';
CREATE INDEX "booking_pending_expiry" ON "booking" ("pending_expires_at") WHERE "status" = 'PENDING';

ALTER TABLE "patient" ADD CONSTRAINT "patient_can_be_reached" CHECK ("email" IS NOT NULL OR "phone" IS NOT NULL);

ALTER TABLE "service"
  ADD CONSTRAINT "service_figures" CHECK (
    "duration_minutes" BETWEEN 5 AND 1440 AND "slot_step_minutes" BETWEEN 5 AND 1440
    AND "buffer_before_minutes" BETWEEN 0 AND 480 AND "buffer_after_minutes" BETWEEN 0 AND 480
    AND "minimum_notice_minutes" >= 0 AND "horizon_days" BETWEEN 1 AND 730
    AND ("daily_cap" IS NULL OR "daily_cap" > 0) AND "price_amount" >= 0 AND cardinality("modes") > 0);

ALTER TABLE "availability_rule"
  ADD CONSTRAINT "availability_rule_minutes" CHECK ("weekday" BETWEEN 1 AND 7 AND "start_minute" BETWEEN 0 AND 1440 AND "end_minute" BETWEEN 0 AND 1440);

ALTER TABLE "availability_exception"
  ADD CONSTRAINT "availability_exception_range" CHECK (
    "from_date" <= "to_date" AND ("start_minute" IS NULL) = ("end_minute" IS NULL)
    AND ("start_minute" IS NULL OR ("start_minute" BETWEEN 0 AND 1440 AND "end_minute" BETWEEN 0 AND 1440))
    AND ("kind" = 'CLOSED' OR "start_minute" IS NOT NULL));

ALTER TABLE "busy_interval" ADD CONSTRAINT "busy_interval_ordered" CHECK ("starts_at" < "ends_at");

-- One calendar per provider receives bookings.
CREATE UNIQUE INDEX "calendar_receives_bookings" ON "calendar" ("provider_id") WHERE "receives_bookings";

-- The audit trail only grows.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit entries are never changed or deleted' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "audit_entry_no_truncate" BEFORE TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
