-- What goes to a provider by the clock: the day's visits in the morning, a word about next week on Fridays.
ALTER TABLE "provider"
  ADD COLUMN "agenda_by_email" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "agenda_on_free_days" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "week_prompt_by_email" BOOLEAN NOT NULL DEFAULT true;
-- Who wants no e-mail about bookings has not asked for this one either.
UPDATE "provider" SET "agenda_by_email" = false, "week_prompt_by_email" = false WHERE NOT "notify_by_email";

-- What is sent by the clock rather than for a change: each once per subject and occasion, whoever looks and however often.
CREATE TABLE "notice" (
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "occasion" TEXT NOT NULL,
    "outcome" TEXT,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("kind", "subject_id", "occasion")
);
CREATE INDEX "notice_noted_at_idx" ON "notice"("noted_at");
