-- The cards of search name the clinic's page from now on: each is made anew by the next look.
INSERT INTO "opening_change" ("provider_id", "from_at") SELECT "id", '-infinity' FROM "provider";
