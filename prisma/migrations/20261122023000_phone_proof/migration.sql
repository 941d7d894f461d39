-- Who answers for a telephone number, and the codes by which that is found out.
CREATE TABLE "phone_proof" (
    "series_id" UUID NOT NULL,
    "phone" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "proven_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "phone_proof_pkey" PRIMARY KEY ("series_id")
);
CREATE INDEX "phone_proof_phone_idx" ON "phone_proof"("phone");

CREATE TABLE "phone_code" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "series_id" UUID,
    "user_id" UUID,
    "provider_id" UUID,
    "email" TEXT,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "digest" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "phone_code_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "phone_code_phone_requested_at_idx" ON "phone_code"("phone", "requested_at");
CREATE INDEX "phone_code_series_id_idx" ON "phone_code"("series_id");
CREATE INDEX "phone_code_requested_at_idx" ON "phone_code"("requested_at");

ALTER TABLE "user" ADD COLUMN "phone" TEXT, ADD COLUMN "phone_verified_at" TIMESTAMPTZ(3);
CREATE INDEX "user_phone_idx" ON "user"("phone");

ALTER TABLE "message" ALTER COLUMN "provider_id" DROP NOT NULL;

-- Whose number was texted about a visit before, or was about to be, goes on getting texts, whatever has become of the visit since:
-- it may be moved or revived, and what is planned for it, or follows it, is still sent.
INSERT INTO "phone_proof" ("series_id", "phone", "source", "proven_at")
SELECT DISTINCT ON (b."series_id") b."series_id", p."phone", 'earlier', m."created_at"
FROM "booking" b
JOIN "patient" p ON p."id" = b."patient_id"
JOIN "message" m ON m."booking_id" = b."id" AND m."address" = p."phone" AND m."recipient" = 'PATIENT' AND m."state" IN ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'READ')
ORDER BY b."series_id", m."created_at";
