-- Since when Google does not answer an import that runs.
ALTER TABLE "calendar_import" ADD COLUMN "stalled_since" TIMESTAMPTZ(3);
