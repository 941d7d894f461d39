ALTER TABLE message
  ADD COLUMN held_until timestamptz(3),
  ADD COLUMN text_digests text[] NOT NULL DEFAULT '{}';
