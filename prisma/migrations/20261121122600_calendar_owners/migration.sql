-- Several accounts per provider, calendars of organizations and locations, service accounts.
CREATE TYPE "connection_access" AS ENUM ('CONSENT', 'SHARED', 'DELEGATED');

ALTER TABLE "calendar_connection"
  ALTER COLUMN "provider_id" DROP NOT NULL,
  ADD COLUMN "organization_id" UUID,
  ADD COLUMN "access" "connection_access" NOT NULL DEFAULT 'CONSENT',
  ADD COLUMN "listed_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT "calendar_connection_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "calendar_connection_one_owner" CHECK (num_nonnulls("provider_id", "organization_id") = 1);
CREATE UNIQUE INDEX "calendar_connection_organization_id_account_subject_key" ON "calendar_connection"("organization_id", "account_subject");

ALTER TABLE "calendar"
  ALTER COLUMN "provider_id" DROP NOT NULL,
  ADD COLUMN "organization_id" UUID,
  ADD COLUMN "location_id" UUID,
  ADD COLUMN "can_write" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "busy_kinds" TEXT[] DEFAULT ARRAY['tentative', 'unanswered', 'all-day', 'focus-time']::TEXT[],
  ADD COLUMN "gone_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT "calendar_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "calendar_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "calendar_one_owner" CHECK (num_nonnulls("provider_id", "organization_id") = 1),
  -- Bookings are a provider's; only the calendars of an organization belong to a place.
  ADD CONSTRAINT "calendar_organization_only_read" CHECK ("provider_id" IS NOT NULL OR NOT "receives_bookings"),
  ADD CONSTRAINT "calendar_place_of_organization" CHECK ("location_id" IS NULL OR "organization_id" IS NOT NULL);
CREATE INDEX "calendar_organization_id_idx" ON "calendar"("organization_id");

ALTER TABLE "busy_interval"
  ALTER COLUMN "provider_id" DROP NOT NULL,
  ADD COLUMN "organization_id" UUID,
  ADD CONSTRAINT "busy_interval_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "busy_interval_one_owner" CHECK (num_nonnulls("provider_id", "organization_id") = 1);
CREATE INDEX "busy_interval_organization_id_starts_at_ends_at_idx" ON "busy_interval"("organization_id", "starts_at", "ends_at");

-- CreateTable
CREATE TABLE "calendar_event_leftover" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "event_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_event_leftover_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "calendar_event_leftover_series_id_calendar_id_key" ON "calendar_event_leftover"("series_id", "calendar_id");
CREATE INDEX "calendar_event_leftover_calendar_id_idx" ON "calendar_event_leftover"("calendar_id");
ALTER TABLE "calendar_event_leftover" ADD CONSTRAINT "calendar_event_leftover_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar"("id") ON DELETE CASCADE ON UPDATE CASCADE;
