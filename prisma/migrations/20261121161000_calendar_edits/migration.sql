-- What both sides last agreed on, so that an edit made in Google can be told from our own writing.
ALTER TABLE "calendar_event_link"
  ADD COLUMN "base_starts_at" TIMESTAMPTZ(3),
  ADD COLUMN "base_ends_at" TIMESTAMPTZ(3),
  ADD COLUMN "written_texts" JSONB,
  ADD COLUMN "is_declined" BOOLEAN NOT NULL DEFAULT false;

UPDATE "calendar_event_link" AS link SET "base_starts_at" = booking."starts_at", "base_ends_at" = booking."ends_at"
FROM "booking" WHERE booking."id" = link."booking_id" AND link."state" = 'SYNCED' AND link."synced_version" = booking."version";

CREATE TYPE "calendar_edit_kind" AS ENUM ('MOVE', 'CANCEL', 'RESTORE', 'UNUSABLE');
CREATE TYPE "calendar_edit_state" AS ENUM ('WAITING', 'ASKED', 'APPLIED', 'PUT_BACK', 'UNDONE');
CREATE TYPE "edit_answer" AS ENUM ('FOLLOW_GOOGLE', 'ASK_ME', 'KEEP_OURS');
CREATE TYPE "impossible_move" AS ENUM ('PUSH_BACK', 'MOVE_ANYWAY');

CREATE TABLE "calendar_edit" (
  "id" UUID NOT NULL,
  "provider_id" UUID NOT NULL,
  "series_id" UUID NOT NULL,
  "booking_id" UUID NOT NULL,
  "booking_version" INTEGER NOT NULL,
  "kind" "calendar_edit_kind" NOT NULL,
  "state" "calendar_edit_state" NOT NULL,
  "from_starts_at" TIMESTAMPTZ(3) NOT NULL,
  "from_ends_at" TIMESTAMPTZ(3) NOT NULL,
  "to_starts_at" TIMESTAMPTZ(3),
  "to_ends_at" TIMESTAMPTZ(3),
  "refusal" TEXT,
  "seen_at" TIMESTAMPTZ(3) NOT NULL,
  "apply_at" TIMESTAMPTZ(3) NOT NULL,
  "decided_at" TIMESTAMPTZ(3),
  "result_booking_id" UUID,
  "dismissed_at" TIMESTAMPTZ(3),
  CONSTRAINT "calendar_edit_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "calendar_edit_times_complete" CHECK (("kind" IN ('MOVE', 'RESTORE')) = ("to_starts_at" IS NOT NULL) AND ("to_starts_at" IS NULL) = ("to_ends_at" IS NULL))
);
CREATE INDEX "calendar_edit_provider_id_seen_at_idx" ON "calendar_edit" ("provider_id", "seen_at");
CREATE INDEX "calendar_edit_series_id_idx" ON "calendar_edit" ("series_id");
CREATE INDEX "calendar_edit_booking_id_idx" ON "calendar_edit" ("booking_id");
-- One edit of a series is open at a time.
CREATE UNIQUE INDEX "calendar_edit_open" ON "calendar_edit" ("series_id") WHERE "state" IN ('WAITING', 'ASKED');
ALTER TABLE "calendar_edit"
  ADD CONSTRAINT "calendar_edit_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "calendar_edit_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "calendar_edit_policy" (
  "provider_id" UUID NOT NULL,
  "answer" "edit_answer" NOT NULL DEFAULT 'FOLLOW_GOOGLE',
  "impossible" "impossible_move" NOT NULL DEFAULT 'PUSH_BACK',
  "follows_length" BOOLEAN NOT NULL DEFAULT false,
  "undo_seconds" INTEGER,
  CONSTRAINT "calendar_edit_policy_pkey" PRIMARY KEY ("provider_id"),
  CONSTRAINT "calendar_edit_policy_undo" CHECK ("undo_seconds" BETWEEN 0 AND 3600)
);
ALTER TABLE "calendar_edit_policy" ADD CONSTRAINT "calendar_edit_policy_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
