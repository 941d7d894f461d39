-- Whether a message that was sent already held the Meet link.
ALTER TABLE "message" ADD COLUMN "carries_meet_link" BOOLEAN NOT NULL DEFAULT false;
