-- E-mails to patients from the provider's own address, through their Google account.
CREATE TYPE "mail_sender" AS ENUM ('SENDGRID', 'GMAIL');

CREATE TABLE "own_mail" (
    "provider_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "turned_on_at" TIMESTAMPTZ(3) NOT NULL,
    "problem" TEXT,
    "problem_at" TIMESTAMPTZ(3),
    "paused_until" TIMESTAMPTZ(3),

    CONSTRAINT "own_mail_pkey" PRIMARY KEY ("provider_id"),
    CONSTRAINT "own_mail_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "own_mail_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "calendar_connection"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "own_mail_connection_id_idx" ON "own_mail"("connection_id");

ALTER TABLE "message"
    ADD COLUMN "sender" "mail_sender",
    ADD COLUMN "sender_address" TEXT,
    ADD COLUMN "sender_connection_id" UUID,
    ADD COLUMN "sender_note" TEXT,
    ADD COLUMN "upload_ciphertext" TEXT,
    ADD CONSTRAINT "message_sender_connection_id_fkey" FOREIGN KEY ("sender_connection_id") REFERENCES "calendar_connection"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- What an account has sent in a day.
CREATE INDEX "message_sender_connection_id_attempted_at_idx" ON "message"("sender_connection_id", "attempted_at");

-- Which connected account a consent asks for leave to send e-mails.
ALTER TABLE "oauth_state" ADD COLUMN "mail_connection_id" UUID;
