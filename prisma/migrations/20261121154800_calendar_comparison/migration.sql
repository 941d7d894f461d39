-- What a calendar and MedBookings told differently when they were last compared.
CREATE TABLE "calendar_comparison" (
    "id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "compared_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "compared" INTEGER NOT NULL,
    "found" INTEGER NOT NULL,
    "differences" JSONB NOT NULL,
    "problem" TEXT,
    "mended_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_comparison_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "calendar_comparison_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "calendar_comparison_calendar_id_compared_at_idx" ON "calendar_comparison"("calendar_id", "compared_at");
