import { describe, expect, test } from "vitest";
import { endpoints } from "./endpoints";
import { openApiDocument } from "./openapi-document";

// Through JSON, as clients get it: what is undefined is gone.
const document = JSON.parse(JSON.stringify(openApiDocument("https://clinic.example"))) as ReturnType<typeof openApiDocument>;
const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) => (["get", "post"] as const).flatMap((method) => (item[method] ? [{ path, method, ...item[method] }] : [])));
const operationOf = (operationId: string) => operations.find((operation) => operation.operationId === operationId);

/** Every `$ref` below a value. */
const references = (value: unknown): string[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === "$ref" && typeof part === "string" ? [part] : references(part)));
};
const resolve = (reference: string) => reference.slice(2).split("/").reduce<unknown>((at, key) => Object(at)[key], document);

describe("the OpenAPI document", () => {
  test("is 3.1 and says where the API is", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(document.servers).toEqual([{ url: "https://clinic.example/api/v1" }]);
    expect(document.components?.securitySchemes).toMatchObject({ manageToken: { type: "http", scheme: "bearer" } });
  });

  test("has every endpoint under its method and path, and no other", () => {
    const wanted = Object.values(endpoints).map(({ method, path, operationId }) => `${method.toLowerCase()} ${path} ${operationId}`);
    expect(operations.map(({ method, path, operationId }) => `${method} ${path} ${operationId}`).sort()).toEqual(wanted.sort());
  });

  test("every reference leads somewhere", () => {
    const found = references(document);
    expect(found.length).toBeGreaterThan(20);
    for (const reference of found) expect(resolve(reference), reference).toBeTypeOf("object");
  });

  test.each(Object.values(endpoints).map((endpoint) => [endpoint.operationId, endpoint] as const))("%s: parameters, body, answer, refusals", (operationId, endpoint) => {
    const operation = operationOf(operationId);
    const parameters = (operation?.parameters ?? []) as { name: string; in: string }[];
    const named = (place: string) => parameters.filter((parameter) => parameter.in === place).map(({ name }) => name);
    expect(named("path")).toEqual([...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    expect(named("query")).toEqual(Object.keys(endpoint.query.shape));
    expect(named("header")).toEqual(endpoint.isIdempotent ? ["Idempotency-Key"] : []);
    expect(operation?.security).toEqual(endpoint.audience === "link" ? [{ manageToken: [] }] : []);
    expect(operation?.requestBody !== undefined).toBe(endpoint.method === "POST");

    const responses = operation?.responses as Record<string, { content: Record<string, { schema: unknown }> }>;
    expect(responses[endpoint.status]?.content["application/json"]?.schema).toHaveProperty("$ref");
    const refused = Object.keys(responses).filter((status) => Number(status) >= 400);
    for (const status of ["422", "429", "500", "503", ...(endpoint.method === "POST" ? ["400", "413", "415"] : []), ...(endpoint.audience === "link" ? ["401", "404"] : [])]) expect(refused).toContain(status);
    for (const status of refused) expect(responses[status]?.content).toEqual({ "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } });
  });

  test("bodies are closed: what is not named is refused", () => {
    const body = operationOf("holdSlot")?.requestBody as { content: Record<string, { schema: object }> };
    expect(body.content["application/json"]?.schema).toMatchObject({ type: "object", additionalProperties: false, required: ["provider", "service", "startsAt", "mode"] });
  });
});
