-- Raised when what was read of a calendar is thrown away, so that a read begun before writes nothing more.
ALTER TABLE "calendar" ADD COLUMN "generation" INTEGER NOT NULL DEFAULT 0;
