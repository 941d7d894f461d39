-- A calendar that is shared with the service account belongs to one owner. Of those connected by several before, the first keeps it.
ALTER TABLE "calendar_connection" ADD COLUMN "claimed_address" TEXT;
UPDATE calendar_connection SET claimed_address = account_email
WHERE id IN (
  SELECT DISTINCT ON (account_email) id FROM calendar_connection
  WHERE access = 'SHARED' AND status <> 'DISCONNECTED' AND account_email LIKE '%@group.calendar.google.com'
  ORDER BY account_email, connected_at, id
);
CREATE UNIQUE INDEX "calendar_connection_claimed_address_key" ON "calendar_connection" ("claimed_address");

-- What an owner is to write into a calendar, to show that it is theirs.
CREATE TABLE "calendar_proof" (
  "owner_id" UUID NOT NULL,
  "address" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "calendar_proof_pkey" PRIMARY KEY ("owner_id", "address")
);
