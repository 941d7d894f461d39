-- When a renewal that was refused is asked for again, while the channel still lives.
ALTER TABLE "calendar" ADD COLUMN "channel_retry_at" TIMESTAMPTZ(3);
