import { unknownRoute } from "@/server/rest/unknown-route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = unknownRoute;
