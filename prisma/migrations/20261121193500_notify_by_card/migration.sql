-- Providers who want the contact card of each new patient by WhatsApp.
ALTER TABLE provider ADD COLUMN notify_by_card boolean NOT NULL DEFAULT false;
