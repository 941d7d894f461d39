-- Secret addresses under which calendar programs read appointments.
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL,
    "provider_id" UUID,
    "user_id" UUID,
    "series_id" UUID,
    "token_hash" TEXT NOT NULL,
    "shows_names" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "calendar_feed_has_one_owner" CHECK (num_nonnulls("provider_id", "user_id", "series_id") = 1)
);

CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");
CREATE INDEX "calendar_feed_provider_id_idx" ON "calendar_feed"("provider_id");
CREATE INDEX "calendar_feed_user_id_idx" ON "calendar_feed"("user_id");
CREATE INDEX "calendar_feed_series_id_idx" ON "calendar_feed"("series_id");

-- One living address per owner, whatever arrives at once.
CREATE UNIQUE INDEX "calendar_feed_living_key" ON "calendar_feed"((coalesce("provider_id", "user_id", "series_id"))) WHERE "revoked_at" IS NULL;

ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
