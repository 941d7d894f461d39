-- A busy time belongs to whom its calendar belongs to, and goes with it: checking the owner again for each of a thousand
-- rows of one page cost more than writing them.
ALTER TABLE "busy_interval"
  DROP CONSTRAINT "busy_interval_provider_id_fkey",
  DROP CONSTRAINT "busy_interval_organization_id_fkey",
  -- Compared by bytes, so that the instances of a series, which are named after it, are one stretch of the index.
  ALTER COLUMN "external_event_id" TYPE TEXT COLLATE "C";

-- Hardly any row has an organization.
DROP INDEX "busy_interval_organization_id_starts_at_ends_at_idx";
CREATE INDEX "busy_interval_organization_id_starts_at_ends_at_idx" ON "busy_interval"("organization_id", "starts_at", "ends_at") WHERE "organization_id" IS NOT NULL;
