-- What is forgotten every minute is found without reading whole tables.
CREATE INDEX "webhook_event_received_at_idx" ON "webhook_event"("received_at");
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");
CREATE INDEX "oauth_state_expires_at_idx" ON "oauth_state"("expires_at");
CREATE INDEX "session_expires_idx" ON "session"("expires");
CREATE INDEX "busy_interval_ends_at_idx" ON "busy_interval"("ends_at");
CREATE INDEX "booking_abandoned" ON "booking" ("hold_expires_at") WHERE "status" = 'EXPIRED' AND "patient_id" IS NULL;
