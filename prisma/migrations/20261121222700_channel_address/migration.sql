-- Where a push channel delivers, so that it is renewed when the installation's address changes. Unknown for channels opened before.
ALTER TABLE "calendar" ADD COLUMN "channel_address" TEXT;
