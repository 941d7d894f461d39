-- An import can be tried without writing anything, and says entry by entry what it would do or left out.
ALTER TABLE "calendar_import"
    ADD COLUMN "is_preview" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "entries_ciphertext" TEXT;

-- What is forgotten every minute is found without reading the whole table.
CREATE INDEX "calendar_import_entries" ON "calendar_import" ("started_at") WHERE "entries_ciphertext" IS NOT NULL;
