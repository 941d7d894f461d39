-- Whoever holds a manage link chooses for that series alone; an address that asked for no reminders is remembered by itself.
ALTER TABLE "booking" ADD COLUMN "reminder_choice" TEXT,
  ADD CONSTRAINT "booking_reminder_choice_known" CHECK ("reminder_choice" IN ('EMAIL', 'SMS', 'WHATSAPP', 'NONE'));

CREATE TABLE "reminder_stop" (
  "id" UUID NOT NULL PRIMARY KEY,
  "provider_id" UUID NOT NULL REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "address" TEXT NOT NULL,
  "is_stopped" BOOLEAN NOT NULL,
  "source" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "reminder_stop_source_known" CHECK ("source" IN ('one-click', 'owner', 'earlier'))
);
CREATE INDEX "reminder_stop_provider_id_address_at_idx" ON "reminder_stop"("provider_id", "address", "at");

-- Whoever had ended reminders before goes on getting none, whatever is then chosen for one visit.
INSERT INTO "reminder_stop" ("id", "provider_id", "address", "is_stopped", "source", "at")
SELECT gen_random_uuid(), p."provider_id", lower(p."email"), true, 'earlier', CURRENT_TIMESTAMP
FROM "patient" p
WHERE p."reminder_choice" = 'NONE' AND p."email" IS NOT NULL
GROUP BY p."provider_id", lower(p."email");
