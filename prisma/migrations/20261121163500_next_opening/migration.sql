-- A read model for search: what each provider has free next. Triggers only note that something changed; whoever reads folds it in.
CREATE TABLE "provider_listing" (
    "provider_id" UUID NOT NULL,
    "card" JSONB NOT NULL,
    "good_from" TIMESTAMPTZ(3) NOT NULL,
    "good_until" TIMESTAMPTZ(3) NOT NULL,
    "watch_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_listing_pkey" PRIMARY KEY ("provider_id")
);
CREATE INDEX "provider_listing_good_from_idx" ON "provider_listing"("good_from");
CREATE INDEX "provider_listing_good_until_idx" ON "provider_listing"("good_until");
ALTER TABLE "provider_listing" ADD CONSTRAINT "provider_listing_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "next_opening" (
    "provider_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "starts" TIMESTAMPTZ(3)[],
    "offered_until" TIMESTAMPTZ(3)[],
    "openings" JSONB NOT NULL,

    CONSTRAINT "next_opening_pkey" PRIMARY KEY ("provider_id", "scope")
);
CREATE INDEX "next_opening_scope_not_before_provider_id_idx" ON "next_opening"("scope", "not_before", "provider_id");
ALTER TABLE "next_opening" ADD CONSTRAINT "next_opening_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Neither a foreign key nor a lock: a booking that notes its change waits for nobody.
CREATE TABLE "opening_change" (
    "id" BIGSERIAL NOT NULL,
    "provider_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "opening_change_pkey" PRIMARY KEY ("id")
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
CREATE INDEX "opening_change_provider_id_idx" ON "opening_change"("provider_id");

-- Bookings: what takes time or counts for a day's cap, and what stops to.
CREATE FUNCTION "note_booking_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO opening_change (provider_id, from_at) VALUES (NEW.provider_id, NEW.blocked_from);
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO opening_change (provider_id, from_at) VALUES (OLD.provider_id, OLD.blocked_from);
  ELSIF OLD.provider_id = NEW.provider_id THEN
    INSERT INTO opening_change (provider_id, from_at) VALUES (NEW.provider_id, least(OLD.blocked_from, NEW.blocked_from));
  ELSE
    INSERT INTO opening_change (provider_id, from_at) VALUES (OLD.provider_id, OLD.blocked_from), (NEW.provider_id, NEW.blocked_from);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "booking_opening_inserted" AFTER INSERT ON "booking" FOR EACH ROW
  WHEN (NEW.status IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN', 'COMPLETED'))
  EXECUTE FUNCTION "note_booking_change"();
CREATE TRIGGER "booking_opening_updated" AFTER UPDATE ON "booking" FOR EACH ROW
  WHEN (
    (OLD.status IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN')) <> (NEW.status IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN'))
    OR (OLD.status = 'COMPLETED') <> (NEW.status = 'COMPLETED')
    -- One process may think a hold run out that another, whose clock is behind, still confirms.
    OR (OLD.status = 'HELD') <> (NEW.status = 'HELD')
    OR (NEW.status IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN', 'COMPLETED')
      AND (OLD.blocked_from, OLD.blocked_to, OLD.starts_at, OLD.service_id, OLD.provider_id) IS DISTINCT FROM (NEW.blocked_from, NEW.blocked_to, NEW.starts_at, NEW.service_id, NEW.provider_id))
    OR (NEW.status = 'HELD' AND NEW.hold_expires_at < OLD.hold_expires_at))
  EXECUTE FUNCTION "note_booking_change"();
CREATE TRIGGER "booking_opening_deleted" AFTER DELETE ON "booking" FOR EACH ROW
  WHEN (OLD.status IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN', 'COMPLETED'))
  EXECUTE FUNCTION "note_booking_change"();

-- Calendars: one note for each provider and statement, however many events were read.
CREATE FUNCTION "note_busy_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO opening_change (provider_id, from_at)
    SELECT provider_id, min(starts_at) FROM old_rows WHERE provider_id IS NOT NULL GROUP BY provider_id
    UNION ALL
    SELECT p.id, b.from_at FROM (SELECT organization_id, min(starts_at) AS from_at FROM old_rows WHERE organization_id IS NOT NULL GROUP BY organization_id) b JOIN provider p ON p.organization_id = b.organization_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO opening_change (provider_id, from_at)
    SELECT provider_id, min(starts_at) FROM new_rows WHERE provider_id IS NOT NULL GROUP BY provider_id
    UNION ALL
    SELECT p.id, b.from_at FROM (SELECT organization_id, min(starts_at) AS from_at FROM new_rows WHERE organization_id IS NOT NULL GROUP BY organization_id) b JOIN provider p ON p.organization_id = b.organization_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "busy_interval_opening_inserted" AFTER INSERT ON "busy_interval" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "note_busy_change"();
CREATE TRIGGER "busy_interval_opening_updated" AFTER UPDATE ON "busy_interval" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "note_busy_change"();
CREATE TRIGGER "busy_interval_opening_deleted" AFTER DELETE ON "busy_interval" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION "note_busy_change"();

CREATE FUNCTION "note_calendar_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO opening_change (provider_id, from_at) SELECT id, '-infinity' FROM provider WHERE id = NEW.provider_id OR organization_id = NEW.organization_id;
  RETURN NULL;
END $$;
CREATE TRIGGER "calendar_opening_updated" AFTER UPDATE ON "calendar" FOR EACH ROW
  WHEN ((OLD.reads_busy, OLD.location_id) IS DISTINCT FROM (NEW.reads_busy, NEW.location_id))
  EXECUTE FUNCTION "note_calendar_change"();

-- Hours, services and what a card says: everything anew.
CREATE FUNCTION "note_schedule_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO opening_change (provider_id, from_at) SELECT DISTINCT id, timestamptz '-infinity' FROM (VALUES (OLD.provider_id), (NEW.provider_id)) AS changed (id) WHERE id IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "availability_rule_opening_changed" AFTER INSERT OR UPDATE OR DELETE ON "availability_rule" FOR EACH ROW EXECUTE FUNCTION "note_schedule_change"();
CREATE TRIGGER "availability_exception_opening_changed" AFTER INSERT OR UPDATE OR DELETE ON "availability_exception" FOR EACH ROW EXECUTE FUNCTION "note_schedule_change"();
CREATE TRIGGER "service_opening_changed" AFTER INSERT OR UPDATE OR DELETE ON "service" FOR EACH ROW EXECUTE FUNCTION "note_schedule_change"();

CREATE FUNCTION "note_provider_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO opening_change (provider_id, from_at) VALUES (NEW.id, '-infinity');
  RETURN NULL;
END $$;
CREATE TRIGGER "provider_opening_changed" AFTER INSERT OR UPDATE ON "provider" FOR EACH ROW EXECUTE FUNCTION "note_provider_change"();

CREATE FUNCTION "note_holiday_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO opening_change (provider_id, from_at) SELECT id, '-infinity' FROM provider WHERE organization_id IN (OLD.organization_id, NEW.organization_id);
  RETURN NULL;
END $$;
CREATE TRIGGER "holiday_opening_changed" AFTER INSERT OR UPDATE OR DELETE ON "holiday" FOR EACH ROW EXECUTE FUNCTION "note_holiday_change"();

CREATE FUNCTION "note_place_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'location' THEN
    INSERT INTO opening_change (provider_id, from_at) SELECT id, '-infinity' FROM provider WHERE location_id = NEW.id;
  ELSE
    INSERT INTO opening_change (provider_id, from_at) SELECT id, '-infinity' FROM provider WHERE organization_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "location_opening_changed" AFTER UPDATE OF "name", "city", "country" ON "location" FOR EACH ROW EXECUTE FUNCTION "note_place_change"();
CREATE TRIGGER "organization_opening_changed" AFTER UPDATE OF "name" ON "organization" FOR EACH ROW EXECUTE FUNCTION "note_place_change"();

-- Everybody is to be looked at once.
INSERT INTO "opening_change" ("provider_id", "from_at") SELECT "id", '-infinity' FROM "provider";
