-- Since when a running worker process asks for no work although it could.
ALTER TABLE "worker_process" ADD COLUMN "idle_since" TIMESTAMPTZ(3);
