-- Visits taken over from a calendar: the runs, and which event became which booking, so that a second run repeats nothing.
CREATE TYPE "import_state" AS ENUM ('RUNNING', 'FINISHED', 'FAILED');

CREATE TABLE "calendar_import" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "rules" JSONB NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'RUNNING',
    "total" INTEGER,
    "imported" INTEGER NOT NULL DEFAULT 0,
    "left_out" JSONB NOT NULL DEFAULT '{}',
    "problem" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_import_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "imported_event" (
    "calendar_id" UUID NOT NULL,
    "event_id" TEXT NOT NULL,
    "import_id" UUID,
    "booking_id" UUID NOT NULL,

    CONSTRAINT "imported_event_pkey" PRIMARY KEY ("calendar_id", "event_id")
);

CREATE INDEX "calendar_import_provider_id_started_at_idx" ON "calendar_import"("provider_id", "started_at");
CREATE INDEX "calendar_import_calendar_id_idx" ON "calendar_import"("calendar_id");
CREATE INDEX "imported_event_booking_id_idx" ON "imported_event"("booking_id");
CREATE INDEX "imported_event_import_id_idx" ON "imported_event"("import_id");

ALTER TABLE "calendar_import" ADD CONSTRAINT "calendar_import_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "calendar_import" ADD CONSTRAINT "calendar_import_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "imported_event" ADD CONSTRAINT "imported_event_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "imported_event" ADD CONSTRAINT "imported_event_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "calendar_import"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "imported_event" ADD CONSTRAINT "imported_event_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;
