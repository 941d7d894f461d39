import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { endpoints } from "@/server/rest/endpoints";
import { ROUTE_AUDIENCES } from "@/server/route-audiences";
import { declaredProcedures } from "./declared-procedures";

/** The addresses of all route handlers: groups in parentheses are no part of an address. */
const routes = readdirSync("src/app", { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)route\.tsx?$/.test(file))
  .map((file) => `/${file}`.replace(/\/route\.tsx?$/, "").replaceAll(/\/\([^)]+\)/g, ""))
  .sort();

test("every procedure declares its audience", () => {
  expect(declaredProcedures.length).toBeGreaterThan(30);
  expect(declaredProcedures.filter(({ audience }) => audience === null)).toEqual([]);
});

test("every route handler is declared with its audience, and nothing else is", () => {
  expect(routes.length).toBeGreaterThan(10);
  expect(Object.keys(ROUTE_AUDIENCES).sort()).toEqual(routes);
});

test("the API's table of endpoints says the same as the table of routes", () => {
  for (const { path, audience } of Object.values(endpoints)) expect(ROUTE_AUDIENCES[`/api/v1${path.replace("{reference}", "[reference]")}`], path).toBe(audience);
});
