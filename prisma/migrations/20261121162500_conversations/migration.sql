-- What people write back, and who may not be written to.
ALTER TABLE "booking" ADD COLUMN "attendance_confirmed_at" TIMESTAMPTZ(3);
ALTER TABLE "booking" ADD COLUMN "language" TEXT;
ALTER TABLE "patient" ADD COLUMN "language" TEXT;
ALTER TABLE "provider" ADD COLUMN "language" TEXT;

CREATE TABLE "conversation" (
    "id" UUID NOT NULL,
    "provider_id" UUID,
    "channel" "message_channel" NOT NULL,
    "our_number" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "unread" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "last_inbound_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "conversation_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Nobody's conversation is one conversation too.
CREATE UNIQUE INDEX "conversation_provider_id_channel_our_number_address_key" ON "conversation"("provider_id", "channel", "our_number", "address") NULLS NOT DISTINCT;
CREATE INDEX "conversation_provider_id_last_at_idx" ON "conversation"("provider_id", "last_at");
CREATE INDEX "conversation_channel_address_idx" ON "conversation"("channel", "address");

CREATE TABLE "inbound_message" (
    "id" UUID NOT NULL,
    "vendor_id" TEXT NOT NULL,
    "channel" "message_channel" NOT NULL,
    "our_number" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "body_ciphertext" TEXT NOT NULL,
    "button" TEXT,
    "opt_out_type" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "processed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "conversation_id" UUID,
    "booking_id" UUID,

    CONSTRAINT "inbound_message_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "inbound_message_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "inbound_message_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "inbound_message_vendor_id_key" ON "inbound_message"("vendor_id");
CREATE INDEX "inbound_message_conversation_id_received_at_idx" ON "inbound_message"("conversation_id", "received_at");
CREATE INDEX "inbound_message_booking_id_idx" ON "inbound_message"("booking_id");

ALTER TABLE "message" ADD COLUMN "conversation_id" UUID;
ALTER TABLE "message" ADD COLUMN "body_ciphertext" TEXT;
ALTER TABLE "message" ADD COLUMN "author_id" UUID;
ALTER TABLE "message" ADD CONSTRAINT "message_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "message" ADD CONSTRAINT "message_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "message_conversation_id_idx" ON "message"("conversation_id");
CREATE INDEX "message_address_created_at_idx" ON "message"("address", "created_at");

CREATE TABLE "text_question" (
    "id" UUID NOT NULL,
    "channel" "message_channel" NOT NULL,
    "our_number" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "booking_ids" UUID[],
    "message_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "text_question_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "text_question_channel_our_number_address_key" ON "text_question"("channel", "our_number", "address");

CREATE TABLE "text_consent" (
    "id" UUID NOT NULL,
    "channel" "message_channel" NOT NULL,
    "our_number" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "is_opted_out" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "inbound_message_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "text_consent_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "text_consent_channel_our_number_address_at_idx" ON "text_consent"("channel", "our_number", "address", "at");
