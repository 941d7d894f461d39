-- What a search reads per provider walked past comes from one row, and texts are sent as they were stored. All of it is found anew.
DELETE FROM "next_opening";
DELETE FROM "provider_listing";
ALTER TABLE "next_opening" ADD COLUMN "good_until" TIMESTAMPTZ(3) NOT NULL, ALTER COLUMN "openings" TYPE JSON USING "openings"::json;
ALTER TABLE "provider_listing" ALTER COLUMN "card" TYPE JSON USING "card"::json;
INSERT INTO "opening_change" ("provider_id", "from_at") SELECT "id", '-infinity' FROM "provider";
