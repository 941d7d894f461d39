-- What patients hear of a kind of visit besides reminders: a word afterwards, a word when it is time to come back, and whether
-- reminders ask them to say that they will come.
ALTER TABLE "service"
  ADD COLUMN "asks_attendance" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "follow_up_after_hours" INTEGER,
  ADD COLUMN "come_back_after_weeks" INTEGER,
  ADD CONSTRAINT "service_follow_up_after_hours_range" CHECK ("follow_up_after_hours" BETWEEN 1 AND 336),
  ADD CONSTRAINT "service_come_back_after_weeks_range" CHECK ("come_back_after_weeks" BETWEEN 1 AND 104);
