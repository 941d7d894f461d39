-- A contact card that goes along with one message: only the fingerprint of its address is readable.
CREATE TABLE contact_card (
  message_id uuid PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE ON UPDATE CASCADE,
  token_hash text NOT NULL,
  token_ciphertext text NOT NULL,
  expires_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX contact_card_token_hash_key ON contact_card (token_hash);
CREATE INDEX contact_card_expires_at_idx ON contact_card (expires_at);
