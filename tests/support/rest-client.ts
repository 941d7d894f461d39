import { expect } from "vitest";
import type { z } from "zod";
import * as availability from "@/app/api/v1/availability/route";
import * as anyAvailability from "@/app/api/v1/availability/any/route";
import * as bookings from "@/app/api/v1/bookings/route";
import * as booking from "@/app/api/v1/bookings/[reference]/route";
import * as cancel from "@/app/api/v1/bookings/[reference]/cancel/route";
import * as reschedule from "@/app/api/v1/bookings/[reference]/reschedule/route";
import * as holds from "@/app/api/v1/holds/route";
import * as anyHolds from "@/app/api/v1/holds/any/route";
import * as openApi from "@/app/api/v1/openapi.json/route";
import * as providers from "@/app/api/v1/providers/route";
import * as unknown from "@/app/api/v1/[[...path]]/route";
import type { Endpoint } from "@/server/rest/define-endpoint";
import { endpoints } from "@/server/rest/endpoints";
import { Problem } from "@/server/rest/problem";
import type { RestHandlers } from "@/server/rest/rest-route";
import type { TestDatabase } from "./database/create-test-database";

const ROUTES: readonly (readonly [Endpoint, RestHandlers])[] = [
  [endpoints.listProviders, providers],
  [endpoints.findSlots, availability],
  [endpoints.findAnySlots, anyAvailability],
  [endpoints.holdSlot, holds],
  [endpoints.holdAnySlot, anyHolds],
  [endpoints.createBooking, bookings],
  [endpoints.getBooking, booking],
  [endpoints.cancelBooking, cancel],
  [endpoints.rescheduleBooking, reschedule],
  [endpoints.getOpenApi, openApi],
];

export interface RestRequest {
  readonly method?: keyof RestHandlers;
  /** Sent as JSON unless it is text. */
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

export interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

const matches = (template: string, path: string) => new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`).test(path);

/** Calls the handler of a path below /api/v1 and sees to it that the answer is what the endpoint documents. */
export async function callRest(path: string, { method = "GET", body, token, headers = {} }: RestRequest = {}): Promise<RestAnswer> {
  const url = new URL(`http://localhost:3000/api/v1${path}`);
  const [endpoint, handlers] = ROUTES.find(([{ path: template }]) => matches(`/api/v1${template}`, url.pathname)) ?? [null, unknown];
  const request = new Request(url, {
    method,
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await handlers[method](request);
  expect(response.headers.get("x-request-id")).toBeTruthy();
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  const json: unknown = response.status === 204 ? null : await response.json();
  if (response.status >= 400) {
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(json).toMatchObject({ status: response.status, requestId: response.headers.get("x-request-id") });
    expect(Problem.strict().parse(json)).toEqual(json);
  } else if (json !== null) {
    expect(response.status).toBe(endpoint?.status);
    expect(endpoint?.answer.parse(json)).toEqual(json);
  }
  return { status: response.status, headers: response.headers, json };
}

/** The same for an answer that must be a success, typed by its endpoint. */
export async function callAnswer<Answer extends z.ZodType>(endpoint: { readonly answer: Answer; readonly status: number }, path: string, request?: RestRequest): Promise<z.output<Answer>> {
  const { status, json } = await callRest(path, request);
  expect(json).toBeTypeOf("object");
  expect({ status, json }).toMatchObject({ status: endpoint.status });
  return endpoint.answer.parse(json);
}

/** How many rows a request may not leave behind when it is refused. */
export async function countRows({ pool }: TestDatabase): Promise<Record<string, number>> {
  const tables = ["booking", "patient", "booking_link", "message", "audit_entry", "idempotency_key", "graphile_worker._private_jobs"];
  const { rows } = await pool.query<Record<string, number>>(`SELECT ${tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS "${table}"`).join(", ")}`);
  return rows[0] ?? {};
}
