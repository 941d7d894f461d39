-- How far the first read of a calendar has come, written with each page.
ALTER TABLE "calendar" ADD COLUMN "first_read_events" INTEGER NOT NULL DEFAULT 0;
