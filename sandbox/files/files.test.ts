import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultOptions } from "../sandbox-options";
import { startSandbox } from "../start-sandbox";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => void (sandbox = await startSandbox(defaultOptions)));
afterAll(() => sandbox.close());

const at = (path: string) => `${sandbox.googleOrigin}${path}`;
const put = (name: string, ics: string) => fetch(at(`/_sandbox/files/${name}`), { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify({ ics }) });

test("a file is there from the start, with a version that is asked about", async () => {
  const first = await fetch(at("/files/rota.ics"));
  expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(await first.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  const etag = first.headers.get("etag") ?? "";
  expect((await fetch(at("/files/rota.ics"), { headers: { "if-none-match": etag } })).status).toBe(304);
  expect((await fetch(at("/files/rota.ics"), { headers: { "if-modified-since": first.headers.get("last-modified") ?? "" } })).status).toBe(304);
  await put("rota.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n");
  const second = await fetch(at("/files/rota.ics"), { headers: { "if-none-match": etag } });
  expect([second.status, await second.text()]).toEqual([200, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"]);
});

test("a name is checked, a removed file is gone, and a fault stands in its way", async () => {
  expect((await put("../evil", "x")).status).toBe(404);
  expect((await put("Evil.ics", "x")).status).toBe(400);
  expect((await put("gone.ics", "x")).status).toBe(200);
  expect((await fetch(at("/_sandbox/files/gone.ics"), { method: "DELETE" })).status).toBe(204);
  expect((await fetch(at("/files/gone.ics"))).status).toBe(404);
  await fetch(at("/_sandbox/faults"), { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ vendor: "files", status: 503 }) });
  expect((await fetch(at("/files/rota.ics"))).status).toBe(503);
  await fetch(at("/_sandbox/faults"), { method: "DELETE" });
});

test("a person edits it on its page", async () => {
  expect(await (await fetch(at("/files"))).text()).toContain("Save rota.ics");
  const saved = await fetch(at("/files"), { method: "POST", body: new URLSearchParams({ name: "rota.ics", ics: "BEGIN:VCALENDAR" }), redirect: "manual" });
  expect(saved.status).toBe(303);
  expect(await (await fetch(at("/files/rota.ics"))).text()).toBe("BEGIN:VCALENDAR");
});
