-- How a clinic's messages look and what they say beside the facts.
CREATE TABLE message_brand (
  organization_id uuid PRIMARY KEY REFERENCES organization (id) ON DELETE CASCADE,
  colour text CHECK (colour ~ '^#[0-9a-f]{6}$'),
  reply_to text,
  footer_lines text[] NOT NULL DEFAULT '{}',
  logo_id uuid,
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE brand_logo (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  -- Unguessable, and part of the address: a picture that is replaced gets a new one.
  public_key text NOT NULL UNIQUE,
  media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp')),
  width integer NOT NULL CHECK (width BETWEEN 1 AND 4000),
  height integer NOT NULL CHECK (height BETWEEN 1 AND 4000),
  bytes bytea NOT NULL CHECK (octet_length(bytes) <= 204800),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX brand_logo_organization_id_idx ON brand_logo (organization_id);
ALTER TABLE message_brand ADD CONSTRAINT message_brand_logo_id_fkey FOREIGN KEY (logo_id) REFERENCES brand_logo (id) ON DELETE SET NULL;

CREATE TABLE message_wording (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  template text NOT NULL,
  language text NOT NULL,
  greeting text,
  intro text,
  closing text,
  sms text,
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX message_wording_organization_id_template_language_key ON message_wording (organization_id, template, language);

-- The short address of a manage link, for SMS: 128 random bits, valid as long as the link itself.
ALTER TABLE booking_link ADD COLUMN short_hash text, ADD COLUMN short_ciphertext text;
CREATE UNIQUE INDEX booking_link_short_hash_key ON booking_link (short_hash);
