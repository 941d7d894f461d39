-- Calendars read from a public .ics address. The new value is used by no statement here: PostgreSQL allows that only after the commit.
ALTER TYPE "connection_access" ADD VALUE 'LINK';

CREATE TABLE "calendar_link" (
    "connection_id" UUID NOT NULL,
    "url_ciphertext" TEXT NOT NULL,
    "notice" TEXT,

    CONSTRAINT "calendar_link_pkey" PRIMARY KEY ("connection_id")
);

ALTER TABLE "calendar_link" ADD CONSTRAINT "calendar_link_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "calendar_connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
