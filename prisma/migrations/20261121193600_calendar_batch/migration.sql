-- Coming visits that go over to the calendar that receives bookings, as one piece of work with a beginning and an end.
CREATE TABLE "calendar_batch" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "is_replaced" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "calendar_batch_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "calendar_event_link" ADD COLUMN "batch_id" UUID;

CREATE INDEX "calendar_batch_provider_id_started_at_idx" ON "calendar_batch"("provider_id", "started_at");
CREATE INDEX "calendar_batch_calendar_id_idx" ON "calendar_batch"("calendar_id");
-- A provider has one under way at a time.
CREATE UNIQUE INDEX "calendar_batch_open" ON "calendar_batch"("provider_id") WHERE "finished_at" IS NULL;
CREATE INDEX "calendar_event_link_batch_id_idx" ON "calendar_event_link"("batch_id");

ALTER TABLE "calendar_batch" ADD CONSTRAINT "calendar_batch_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "calendar_batch" ADD CONSTRAINT "calendar_batch_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "calendar_event_link" ADD CONSTRAINT "calendar_event_link_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "calendar_batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;
