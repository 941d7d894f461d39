-- Each reminder of a service names its channel, patients may choose where reminders go, and messages have a time of use.
ALTER TYPE "message_state" ADD VALUE 'EXPIRED';

ALTER TABLE "service" ADD COLUMN "reminder_channels" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "booking" ADD COLUMN "reminder_channels" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "patient" ADD COLUMN "reminder_choice" TEXT,
  ADD CONSTRAINT "patient_reminder_choice_known" CHECK ("reminder_choice" IN ('EMAIL', 'SMS', 'WHATSAPP', 'NONE'));
ALTER TABLE "message" ADD COLUMN "useful_until" TIMESTAMPTZ(3);
