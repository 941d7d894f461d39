-- A session begun with a link from a mailbox opens what is a patient's own, and nothing of a clinic's.
ALTER TABLE session ADD COLUMN by_link boolean NOT NULL DEFAULT false;
