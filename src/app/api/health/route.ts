import { healthResponse } from "@/server/health-response";

export const dynamic = "force-dynamic";

/** 200 while the installation does its work, late or not; 503 without a database or a living worker. */
export const GET = (): Promise<Response> => healthResponse(({ status }) => status !== "down");
