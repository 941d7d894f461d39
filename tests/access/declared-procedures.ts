import { z } from "zod";
import { appRouter } from "@/server/trpc/root";

const Declared = z.object({ meta: z.object({ audience: z.enum(["public", "link", "signed-in", "provider", "staff", "administrator"]) }) });

/** Every procedure by its path, with the audience it declares. At run time the router holds them flat, whatever its type says. */
export const declaredProcedures = Object.entries<unknown>(appRouter._def.procedures).map(([path, procedure]) => ({
  path,
  audience: Declared.safeParse(typeof procedure === "function" ? Reflect.get(procedure, "_def") : undefined).data?.meta.audience ?? null,
}));
