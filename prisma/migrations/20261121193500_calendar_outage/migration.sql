-- What happens to a booking while a calendar that makes its provider busy does not answer.
CREATE TYPE "outage_answer" AS ENUM ('ACCEPT_AS_PENDING', 'ACCEPT_ON_LAST_KNOWN');
CREATE TYPE "calendar_wait" AS ENUM ('WAITING', 'CLASH');

CREATE TABLE "calendar_outage_policy" (
  "provider_id" UUID NOT NULL,
  "answer" "outage_answer" NOT NULL DEFAULT 'ACCEPT_ON_LAST_KNOWN',
  "stale_minutes" INTEGER NOT NULL DEFAULT 30,
  "asks_live" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "calendar_outage_policy_pkey" PRIMARY KEY ("provider_id"),
  CONSTRAINT "calendar_outage_policy_stale" CHECK ("stale_minutes" BETWEEN 10 AND 1440)
);
ALTER TABLE "calendar_outage_policy" ADD CONSTRAINT "calendar_outage_policy_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What waits, waits since an instant. That only a request waits is not forbidden: a release that knows of no waiting must be able to end one.
ALTER TABLE "booking"
  ADD COLUMN "calendar_wait" "calendar_wait",
  ADD COLUMN "calendar_wait_since" TIMESTAMPTZ(3),
  ADD CONSTRAINT "booking_calendar_wait" CHECK (("calendar_wait" IS NULL) = ("calendar_wait_since" IS NULL));
CREATE INDEX "booking_waiting_for_calendar" ON "booking" ("provider_id") WHERE "calendar_wait" IS NOT NULL;
