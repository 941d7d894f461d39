-- Links by which patients sign in from their mailbox: used once, for a quarter of an hour.
CREATE TABLE "sign_in_link" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "token_ciphertext" TEXT,
    "return_to" TEXT NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "attempted_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "sign_in_link_token_hash_key" ON "sign_in_link"("token_hash");
CREATE INDEX "sign_in_link_email_requested_at_idx" ON "sign_in_link"("email", "requested_at");
CREATE INDEX "sign_in_link_requested_by_requested_at_idx" ON "sign_in_link"("requested_by", "requested_at");
CREATE INDEX "sign_in_link_expires_at_idx" ON "sign_in_link"("expires_at");
