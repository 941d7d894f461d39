-- Lets one statement that writes everything take it all back: raised when what the decision relied on does not hold any more.
CREATE FUNCTION "refuse_change"("which" integer) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RAISE EXCEPTION 'refused: %', "which" USING ERRCODE = 'MB001';
END $$;

-- Who holds a time, as a keyed hash or an id: so many at once and no more. Emptied when the hold ends in a booking.
ALTER TABLE "booking" ADD COLUMN "held_by" TEXT;
CREATE INDEX "booking_held_by" ON "booking" ("provider_id", "held_by") WHERE "status" = 'HELD';

-- A patient is looked up by provider and name; visits booked for a number are counted.
CREATE INDEX "patient_provider_id_name_idx" ON "patient" ("provider_id", "name");
DROP INDEX "patient_provider_id_idx";
CREATE INDEX "patient_phone_idx" ON "patient" ("phone");
