import { gzipSync } from "node:zlib";
import type { Page, Route } from "@playwright/test";
import { expect, test, type ExpectAccessible } from "./support/fixtures";
import { signIn } from "./support/sign-in";

const PUBLIC = ["/", "/?q=skin&mode=video", "/?q=zzzz", "/p/amara-okafor", "/p/mei-tanaka", "/c/lindenhof-health", "/c/northlight-clinics?service=follow-up", "/sign-in", "/sign-in/link/x", "/no-such-page", "/p/nobody", "/c/nowhere"];
const PROVIDER = ["/provider/schedule", "/provider/bookings", "/provider/messages", "/provider/messages/sent", "/provider/messages/to-do?show=all", "/provider/availability", "/provider/services", "/provider/integrations", "/provider/integrations/doctor", "/provider/profile"];

/** An address, or the page that has a link to it: whose secret or reference nobody knows before. */
type Address = string | { readonly on: string; readonly link: RegExp; readonly below?: string };

const PATIENT: readonly Address[] = ["/my/bookings", { on: "/my/bookings", link: /^Join video/ }, { on: "/my/bookings", link: /, video\b/, below: "/visit" }];

const WALKS: readonly { who: string; email: string | null; pages: readonly Address[] }[] = [
  { who: "visitor", email: null, pages: PUBLIC },
  { who: "patient", email: "elena.rossi@mail.example", pages: PATIENT },
  { who: "provider", email: "jonas.weber@lindenhof.example", pages: PROVIDER },
  { who: "manager", email: "manager@lindenhof.example", pages: ["/provider/clinic/calendars", "/provider/clinic/look"] },
  { who: "front desk", email: "desk@lindenhof.example", pages: ["/provider/schedule", "/provider/bookings", "/provider/messages"] },
  { who: "new provider", email: "new.provider@medbookings.example", pages: ["/provider/setup"] },
  { who: "administrator", email: "admin@medbookings.example", pages: ["/admin/health", "/admin/sync", "/admin/templates", "/admin/texts"] },
];

/** The page has settled: a heading is there and nothing says that it is still loading. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  expect(await page.getByRole("banner").count(), "headers of the page").toBeLessThanOrEqual(1);
}

async function find(page: Page, address: Address): Promise<string> {
  if (typeof address === "string") return address;
  await page.goto(address.on);
  const href = await page.getByRole("link", { name: address.link }).first().getAttribute("href");
  return `${href}${address.below ?? ""}`;
}

// Its tests touch nothing, so that they need not wait for each other.
test.describe.configure({ mode: "parallel" });

async function wear(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveClass(new RegExp(`\\b${colorScheme}\\b`));
}

/** Looked at in light and in dark as one load shows it: what the theme changes are colours, so that the second look is at those. */
async function expectReadable(page: Page, expectAccessible: ExpectAccessible): Promise<void> {
  await wear(page, "light");
  await expectAccessible(page);
  await wear(page, "dark");
  await expectAccessible(page, ["color-contrast"]);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overflow, `${page.url()} at ${page.viewportSize()?.width} px`).toBeLessThanOrEqual(0);
}

for (const { who, email, pages } of WALKS) {
  test(`every page of a ${who} is accessible, in both themes, at 1280, 390 and 320 px without sideways scroll`, async ({ page, expectAccessible }) => {
    test.setTimeout(240_000);
    if (email) await signIn(page, email);
    for (const wanted of pages) {
      const address = await find(page, wanted);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(address);
        await settled(page);
        await expectNoSidewaysScroll(page);
        await expectReadable(page, expectAccessible);
      }
      await page.setViewportSize({ width: 320, height: 900 });
      await expectNoSidewaysScroll(page);
    }
  });
}

for (const [what, address] of [["booking page", "/p/amara-okafor"], ["page of a clinic", "/c/lindenhof-health"]] as const) {
  test(`the ${what} ships under 176 kB of script`, async ({ page }) => {
    let bytes = 0;
    const sizes: Promise<void>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() !== "script") return;
      sizes.push(response.body().then((body) => void (bytes += gzipSync(body).length)));
    });
    await page.goto(address, { waitUntil: "networkidle" });
    await Promise.all(sizes);
    expect(bytes).toBeGreaterThan(50_000);
    test.info().annotations.push({ type: "script", description: `${(bytes / 1000).toFixed(0)} kB gzip` });
    expect(bytes).toBeLessThan(176_000);
  });
}

for (const width of [1280, 390]) {
  test(`nothing on the booking page jumps while it loads, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    // A font that comes late is where most pages move.
    const waiting: Route[] = [];
    let isHeldBack = true;
    await page.route("**/*.woff2", (route) => (isHeldBack ? void waiting.push(route) : route.continue()));
    await page.goto("/p/amara-okafor", { waitUntil: "domcontentloaded" });
    await settled(page);
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    isHeldBack = false;
    await Promise.all(waiting.map((route) => route.continue()));
    const sum = await page.evaluate(async () => {
      await document.fonts.ready;
      let total = 0;
      const add = (entries: PerformanceEntryList) => {
        for (const entry of entries) if ("value" in entry && typeof entry.value === "number") total += entry.value;
      };
      const observer = new PerformanceObserver((list) => add(list.getEntries()));
      observer.observe({ type: "layout-shift", buffered: true });
      // Two frames later everything that the font moved has been reported.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      add(observer.takeRecords());
      return total;
    });
    test.info().annotations.push({ type: "layout shift", description: sum.toFixed(4) });
    expect(sum).toBeLessThanOrEqual(0.05);
  });
}

test("pages carry a strict content policy, and private ones are never stored", async ({ request }) => {
  const home = await request.get("/");
  expect(home.headers()["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
  for (const address of ["/my/bookings", "/provider/schedule", `/m/${"y".repeat(43)}`]) expect((await request.get(address)).headers()["cache-control"]).toContain("no-store");
});
