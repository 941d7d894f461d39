-- A job that is asked for again, or withdrawn, while a worker has it loses its key and all its tries: it ends with the worker's
-- answer. Where that answer never comes, or is a failure, the row would stay for good and look like work that was given up.
-- The mark tells the two apart.
CREATE FUNCTION "mark_superseded_job"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.flags := coalesce(NEW.flags, '{}'::jsonb) || '{"superseded": true}'::jsonb;
  RETURN NEW;
END $$;

CREATE TRIGGER "mark_superseded_job" BEFORE UPDATE OF "key" ON "graphile_worker"."_private_jobs"
  FOR EACH ROW WHEN (OLD."key" IS NOT NULL AND NEW."key" IS NULL) EXECUTE FUNCTION "mark_superseded_job"();
