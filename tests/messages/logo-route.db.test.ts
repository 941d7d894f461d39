import { afterAll, beforeAll, expect, test } from "vitest";
import { GET } from "@/app/brand/[key]/route";
import { setLogo } from "@/application/message-look/logo";
import type { Actor } from "@/application/shared/actor";
import { getContainer } from "@/server/container";
import { buildProvider } from "@tests/support/builders/build-provider";
import type { TestDatabase } from "@tests/support/database/create-test-database";
import { openContainerDatabase } from "@tests/support/database/open-container-database";

let database: TestDatabase;
beforeAll(async () => void (database = await openContainerDatabase()));
afterAll(() => database.destroy());

/** One pixel of PNG. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
const fetchLogo = (key: string) => GET(new Request(`http://localhost:3000/brand/${encodeURIComponent(key)}`), { params: Promise.resolve({ key }) });

async function uploadedKey(): Promise<string> {
  const { organizationId, userId } = await buildProvider(database.db);
  const manager: Actor = { kind: "user", userId, email: "manager@example.test", name: "Manager", isAdministrator: false, providerId: null, memberships: [{ organizationId, role: "MANAGER" }] };
  const { logo } = await setLogo(getContainer().contextFor(manager, "logo"), { organizationId, base64: PIXEL });
  return logo?.url.split("/").at(-1) ?? "";
}

test("a mail program without cookies gets the picture, as nothing but a picture, and may keep it for a year", async () => {
  const answer = await fetchLogo(await uploadedKey());
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({ "content-type": "image/png", "content-disposition": "inline", "x-content-type-options": "nosniff", "cache-control": "public, max-age=31536000, immutable" });
  expect(Buffer.from(await answer.arrayBuffer()).toString("base64")).toBe(PIXEL);
});

test("any other address is not found, in words, and nothing of it is kept or repeated", async () => {
  const key = await uploadedKey();
  const others = ["x".repeat(43), key.slice(1), `${key}.png`, `${key}/..`, "../../etc/passwd", "..%2f..%2f.env", `${key}\0`, "' OR 1=1 --", "<script>", ""];
  for (const other of others) {
    const answer = await fetchLogo(other);
    expect(answer.status, other).toBe(404);
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(answer.headers.get("cache-control") ?? "").not.toContain("max-age");
    expect(await answer.text()).toBe("There is no picture here.");
  }
});
