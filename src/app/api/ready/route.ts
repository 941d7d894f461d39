import { healthResponse } from "@/server/health-response";

export const dynamic = "force-dynamic";

/** 200 when this process can answer requests: it needs the database and nothing else. */
export const GET = (): Promise<Response> => healthResponse(({ checks }) => checks.database.status === "ok");
