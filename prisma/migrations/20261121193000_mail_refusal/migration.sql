-- E-mail addresses that take nothing more, as each provider learnt it: nothing is sent there until somebody lifts it.
CREATE TABLE "mail_refusal" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "message_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_refusal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "mail_refusal_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- A report that is repeated after it was lifted is old news.
CREATE UNIQUE INDEX "mail_refusal_message_id_key" ON "mail_refusal"("message_id");
CREATE UNIQUE INDEX "mail_refusal_in_force" ON "mail_refusal"("provider_id", "address") WHERE "lifted_at" IS NULL;
CREATE INDEX "mail_refusal_provider_id_at_idx" ON "mail_refusal"("provider_id", "at");
