-- When each thing happened to a message, for the people who ask whether it arrived.
ALTER TABLE "message" ADD COLUMN "read_at" TIMESTAMPTZ(3);
ALTER TABLE "message" ADD COLUMN "opened_at" TIMESTAMPTZ(3);
ALTER TABLE "message" ADD COLUMN "clicked_at" TIMESTAMPTZ(3);
ALTER TABLE "message" ADD COLUMN "failed_at" TIMESTAMPTZ(3);
CREATE INDEX "message_provider_id_created_at_idx" ON "message"("provider_id", "created_at");
