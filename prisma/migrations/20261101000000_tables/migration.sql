-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "booking_status" AS ENUM ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN', 'COMPLETED', 'EXPIRED', 'DECLINED', 'CANCELLED', 'RESCHEDULED', 'NO_SHOW');

-- CreateEnum
CREATE TYPE "booking_source" AS ENUM ('WEB', 'DESK', 'AGENT', 'API', 'LEAD', 'GOOGLE');

-- CreateEnum
CREATE TYPE "message_channel" AS ENUM ('EMAIL', 'SMS', 'WHATSAPP');

-- CreateEnum
CREATE TYPE "connection_status" AS ENUM ('ACTIVE', 'RECONNECT_NEEDED', 'DISCONNECTED');

-- CreateEnum
CREATE TYPE "sync_state" AS ENUM ('PENDING', 'SYNCED', 'FAILED', 'REMOVED');

-- CreateEnum
CREATE TYPE "meet_state" AS ENUM ('PENDING', 'READY', 'FAILED');

-- CreateEnum
CREATE TYPE "meet_source" AS ENUM ('CALENDAR', 'SPACE');

-- CreateEnum
CREATE TYPE "membership_role" AS ENUM ('OWNER', 'MANAGER', 'FRONT_DESK');

-- CreateEnum
CREATE TYPE "message_state" AS ENUM ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'READ', 'FAILED', 'SKIPPED');

-- CreateEnum
CREATE TYPE "message_recipient" AS ENUM ('PATIENT', 'PROVIDER');

-- CreateEnum
CREATE TYPE "provider_status" AS ENUM ('DRAFT', 'ACTIVE', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "visit_mode" AS ENUM ('IN_PERSON', 'ONLINE', 'PHONE');

-- CreateEnum
CREATE TYPE "availability_rule_kind" AS ENUM ('OPEN', 'BREAK');

-- CreateEnum
CREATE TYPE "availability_exception_kind" AS ENUM ('CLOSED', 'EXTRA', 'HOURS');

-- CreateTable
CREATE TABLE "patient" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "user_id" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "time_zone" TEXT NOT NULL,
    "channels" "message_channel"[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "patient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "provider_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "location_id" UUID,
    "patient_id" UUID,
    "status" "booking_status" NOT NULL,
    "source" "booking_source" NOT NULL,
    "mode" "visit_mode" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_from" TIMESTAMPTZ(3) NOT NULL,
    "blocked_to" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "patient_time_zone" TEXT NOT NULL,
    "service_name" TEXT NOT NULL,
    "price_amount" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "cancellation_window_minutes" INTEGER NOT NULL,
    "reschedule_window_minutes" INTEGER NOT NULL,
    "reminder_minutes" INTEGER[],
    "reason_ciphertext" TEXT,
    "channels" "message_channel"[],
    "is_overbook" BOOLEAN NOT NULL DEFAULT false,
    "override_reason" TEXT,
    "hold_token_hash" TEXT,
    "hold_expires_at" TIMESTAMPTZ(3),
    "pending_expires_at" TIMESTAMPTZ(3),
    "rescheduled_from_id" UUID,
    "rescheduled_to_id" UUID,
    "cancelled_by" TEXT,
    "cancellation_note" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking_link" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "token_ciphertext" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "booking_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_connection" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "status" "connection_status" NOT NULL,
    "account_email" TEXT NOT NULL,
    "account_subject" TEXT NOT NULL,
    "scopes" TEXT[],
    "access_token_ciphertext" TEXT,
    "refresh_token_ciphertext" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "last_error_at" TIMESTAMPTZ(3),
    "connected_at" TIMESTAMPTZ(3) NOT NULL,
    "disconnected_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "reads_busy" BOOLEAN NOT NULL DEFAULT true,
    "receives_bookings" BOOLEAN NOT NULL DEFAULT false,
    "sync_token" TEXT,
    "channel_id" TEXT,
    "channel_resource_id" TEXT,
    "channel_token_hash" TEXT,
    "channel_expires_at" TIMESTAMPTZ(3),
    "last_read_at" TIMESTAMPTZ(3),
    "last_push_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "last_error_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "busy_interval" (
    "id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "external_event_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "busy_interval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_event_link" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "calendar_id" UUID,
    "event_id" TEXT NOT NULL,
    "etag" TEXT,
    "state" "sync_state" NOT NULL DEFAULT 'PENDING',
    "synced_version" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_event_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meet_link" (
    "series_id" UUID NOT NULL,
    "state" "meet_state" NOT NULL,
    "source" "meet_source" NOT NULL,
    "url" TEXT,
    "space_name" TEXT,
    "last_error" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meet_link_pkey" PRIMARY KEY ("series_id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "location" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address_line" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "postal_code" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "membership_role" NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" TIMESTAMPTZ(3),
    "name" TEXT,
    "image" TEXT,
    "is_administrator" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "session_token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oauth_state" (
    "id" UUID NOT NULL,
    "state_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "session_hash" TEXT NOT NULL,
    "code_verifier" TEXT NOT NULL,
    "return_to" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "oauth_state_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "booking_id" UUID,
    "provider_id" UUID NOT NULL,
    "recipient" "message_recipient" NOT NULL,
    "channel" "message_channel" NOT NULL,
    "address" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "state" "message_state" NOT NULL DEFAULT 'QUEUED',
    "vendor_id" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "attempted_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_event" (
    "id" UUID NOT NULL,
    "vendor" TEXT NOT NULL,
    "vendor_id" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "provider_id" UUID,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "worker_process" (
    "id" UUID NOT NULL,
    "worker_ids" TEXT[],
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_process_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "user_id" UUID,
    "organization_id" UUID,
    "location_id" UUID,
    "status" "provider_status" NOT NULL DEFAULT 'DRAFT',
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "bio" TEXT NOT NULL DEFAULT '',
    "specialities" TEXT[],
    "languages" TEXT[],
    "time_zone" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "notify_by_email" BOOLEAN NOT NULL DEFAULT true,
    "notify_by_sms" BOOLEAN NOT NULL DEFAULT false,
    "portrait_seed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "duration_minutes" INTEGER NOT NULL,
    "buffer_before_minutes" INTEGER NOT NULL DEFAULT 0,
    "buffer_after_minutes" INTEGER NOT NULL DEFAULT 15,
    "slot_step_minutes" INTEGER NOT NULL DEFAULT 15,
    "minimum_notice_minutes" INTEGER NOT NULL DEFAULT 120,
    "cancellation_window_minutes" INTEGER NOT NULL DEFAULT 1440,
    "reschedule_window_minutes" INTEGER NOT NULL DEFAULT 1440,
    "horizon_days" INTEGER NOT NULL DEFAULT 60,
    "daily_cap" INTEGER,
    "price_amount" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "modes" "visit_mode"[],
    "requires_approval" BOOLEAN NOT NULL DEFAULT false,
    "reminder_minutes" INTEGER[] DEFAULT ARRAY[1440, 120]::INTEGER[],
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "availability_rule" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "kind" "availability_rule_kind" NOT NULL,
    "weekday" INTEGER NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,

    CONSTRAINT "availability_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "availability_exception" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "kind" "availability_exception_kind" NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE NOT NULL,
    "start_minute" INTEGER,
    "end_minute" INTEGER,
    "label" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "availability_exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holiday" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "on_date" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "patient_provider_id_idx" ON "patient"("provider_id");

-- CreateIndex
CREATE INDEX "patient_user_id_idx" ON "patient"("user_id");

-- CreateIndex
CREATE INDEX "patient_email_idx" ON "patient"("email");

-- CreateIndex
CREATE UNIQUE INDEX "booking_rescheduled_from_id_key" ON "booking"("rescheduled_from_id");

-- CreateIndex
CREATE UNIQUE INDEX "booking_rescheduled_to_id_key" ON "booking"("rescheduled_to_id");

-- CreateIndex
CREATE INDEX "booking_provider_id_starts_at_idx" ON "booking"("provider_id", "starts_at");

-- CreateIndex
CREATE INDEX "booking_series_id_idx" ON "booking"("series_id");

-- CreateIndex
CREATE INDEX "booking_patient_id_idx" ON "booking"("patient_id");

-- CreateIndex
CREATE INDEX "booking_reference_idx" ON "booking"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "booking_link_token_hash_key" ON "booking_link"("token_hash");

-- CreateIndex
CREATE INDEX "booking_link_series_id_idx" ON "booking_link"("series_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_connection_provider_id_account_subject_key" ON "calendar_connection"("provider_id", "account_subject");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_channel_id_key" ON "calendar"("channel_id");

-- CreateIndex
CREATE INDEX "calendar_provider_id_idx" ON "calendar"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_connection_id_external_id_key" ON "calendar"("connection_id", "external_id");

-- CreateIndex
CREATE INDEX "busy_interval_provider_id_starts_at_ends_at_idx" ON "busy_interval"("provider_id", "starts_at", "ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "busy_interval_calendar_id_external_event_id_key" ON "busy_interval"("calendar_id", "external_event_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_event_link_series_id_key" ON "calendar_event_link"("series_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_event_link_booking_id_key" ON "calendar_event_link"("booking_id");

-- CreateIndex
CREATE INDEX "calendar_event_link_calendar_id_event_id_idx" ON "calendar_event_link"("calendar_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "location_organization_id_slug_key" ON "location"("organization_id", "slug");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_organization_id_user_id_key" ON "membership"("organization_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_provider_account_id_key" ON "account"("provider", "provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_session_token_key" ON "session"("session_token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "oauth_state_state_hash_key" ON "oauth_state"("state_hash");

-- CreateIndex
CREATE INDEX "oauth_state_user_id_idx" ON "oauth_state"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_dedupe_key_key" ON "message"("dedupe_key");

-- CreateIndex
CREATE INDEX "message_booking_id_idx" ON "message"("booking_id");

-- CreateIndex
CREATE INDEX "message_state_created_at_idx" ON "message"("state", "created_at");

-- CreateIndex
CREATE INDEX "message_vendor_id_idx" ON "message"("vendor_id");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_event_vendor_vendor_id_key" ON "webhook_event"("vendor", "vendor_id");

-- CreateIndex
CREATE UNIQUE INDEX "idempotency_key_actor_key_key" ON "idempotency_key"("actor", "key");

-- CreateIndex
CREATE INDEX "audit_entry_subject_kind_subject_id_idx" ON "audit_entry"("subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "provider_slug_key" ON "provider"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "provider_user_id_key" ON "provider"("user_id");

-- CreateIndex
CREATE INDEX "provider_organization_id_idx" ON "provider"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_provider_id_slug_key" ON "service"("provider_id", "slug");

-- CreateIndex
CREATE INDEX "availability_rule_provider_id_idx" ON "availability_rule"("provider_id");

-- CreateIndex
CREATE INDEX "availability_exception_provider_id_to_date_idx" ON "availability_exception"("provider_id", "to_date");

-- CreateIndex
CREATE UNIQUE INDEX "holiday_organization_id_on_date_key" ON "holiday"("organization_id", "on_date");

-- AddForeignKey
ALTER TABLE "patient" ADD CONSTRAINT "patient_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient" ADD CONSTRAINT "patient_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_connection" ADD CONSTRAINT "calendar_connection_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar" ADD CONSTRAINT "calendar_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "calendar_connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar" ADD CONSTRAINT "calendar_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "busy_interval" ADD CONSTRAINT "busy_interval_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "busy_interval" ADD CONSTRAINT "busy_interval_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_event_link" ADD CONSTRAINT "calendar_event_link_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_event_link" ADD CONSTRAINT "calendar_event_link_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "location" ADD CONSTRAINT "location_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauth_state" ADD CONSTRAINT "oauth_state_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider" ADD CONSTRAINT "provider_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider" ADD CONSTRAINT "provider_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider" ADD CONSTRAINT "provider_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_rule" ADD CONSTRAINT "availability_rule_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_exception" ADD CONSTRAINT "availability_exception_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holiday" ADD CONSTRAINT "holiday_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;


