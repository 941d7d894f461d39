-- The message that could not reach somebody and in whose place another goes.
ALTER TABLE message ADD COLUMN instead_of_id uuid REFERENCES message (id) ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX message_instead_of_id_idx ON message (instead_of_id) WHERE instead_of_id IS NOT NULL;
