-- A manager consents for the clinic: the started consent remembers for which.
ALTER TABLE "oauth_state" ADD COLUMN "organization_id" UUID;
ALTER TABLE "oauth_state" ADD CONSTRAINT "oauth_state_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
