import { AppError } from "@/application/shared/errors";
import { answering } from "./answering";
import type { RestHandlers } from "./rest-route";

const refuse = (request: Request): Promise<Response> =>
  answering(request, () => Promise.reject(new AppError("NOT_FOUND", { message: "There is nothing at this address. /api/v1/openapi.json describes what there is." })));

/** Every address of the API that no other handler answers. */
export const unknownRoute: RestHandlers = { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: refuse };
