import type { Browser, Page } from "@playwright/test";
import { newGuest, type Guest } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";

const CLINIC = "/c/lindenhof-health?service=consultation&mode=in-person&location=berlin-mitte";
const STAFF = ["Dr Jonas Weber", "Dr Hanna Krüger"];
const WISH = { organization: "lindenhof-health", location: "berlin-mitte", service: "consultation", mode: "IN_PERSON" };

interface FreeStart {
  readonly startsAt: string;
  readonly localStart: string;
  readonly providers: number;
}

/** Starts that both are free for, on a day of their own per journey. */
async function startsOfBoth(page: Page, fromDays: number): Promise<FreeStart[]> {
  const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const answer = await page.request.get(`/api/v1/availability/any?${new URLSearchParams({ ...WISH, from: dayIn(fromDays), to: dayIn(fromDays + 6), timeZone: "Europe/London" })}`);
  const { slots } = (await answer.json()) as { slots: FreeStart[] };
  return slots.filter(({ providers }) => providers === 2);
}

const timeOf = ({ localStart }: FreeStart) => localStart.slice(11);
const addressOf = ({ localStart }: FreeStart) => `${CLINIC}&tz=Europe/London&day=${localStart.slice(0, 10)}`;

async function pick(page: Page, start: FreeStart): Promise<void> {
  await page.goto(addressOf(start));
  await page.getByRole("button", { name: timeOf(start), exact: true }).click();
}

/** Who is named before anything is asked for. */
async function namedProvider(page: Page): Promise<string> {
  await expect(page.getByRole("heading", { name: "Who is coming?" })).toBeVisible();
  await expect(page.getByText("is free then and will see you.")).toBeVisible();
  return (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
}

async function confirm(page: Page, guest: Guest): Promise<void> {
  await page.getByLabel("Your name").fill(guest.name);
  await page.getByLabel("E-mail", { exact: true }).first().fill(guest.email);
  await page.getByRole("button", { name: /^Confirm/ }).filter({ visible: true }).click();
  await expect(page.getByRole("heading", { name: "You are booked" })).toBeVisible();
}

const another = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

test("two patients take the same time with any available and are seen by two people; a third is shown the nearest others", async ({ page, browser, expectAccessible }) => {
  const [start] = await startsOfBoth(page, 8);
  if (start === undefined) throw new Error("both are free at no time");
  const [second, third] = [await another(browser), await another(browser)];
  // All three look before anybody takes it.
  for (const one of [page, second, third]) {
    await one.goto(addressOf(start));
    await expect(one.getByRole("radio", { name: /Any available/ })).toBeChecked();
  }
  await Promise.all([page, second].map((one) => one.getByRole("button", { name: timeOf(start), exact: true }).click()));
  const named = await Promise.all([page, second].map(namedProvider));
  expect(named.toSorted()).toEqual(STAFF.toSorted());
  await expectAccessible(page);

  await third.getByRole("button", { name: timeOf(start), exact: true }).click();
  await expect(third.getByText(/was just taken\. Nothing was booked/)).toBeVisible();
  expect(new URL(third.url()).pathname).toBe("/c/lindenhof-health");
  await expectAccessible(third);
  await third.getByRole("alert").getByRole("button").first().click();
  await namedProvider(third);

  await Promise.all([page, second].map((one) => confirm(one, newGuest())));
  for (const one of [second, third]) await one.context().close();
});

test("who goes back to choose again gives the held time back, and may choose a person instead", async ({ page }) => {
  const [start] = await startsOfBoth(page, 22);
  if (start === undefined) throw new Error("both are free at no time");
  const freeAt = async () => (await startsOfBoth(page, 22)).some(({ startsAt }) => startsAt === start.startsAt);
  await pick(page, start);
  const held = await namedProvider(page);
  expect(await freeAt()).toBe(false);
  await page.getByRole("button", { name: "Choose another time" }).click();
  await expect(page).toHaveURL(/\/c\/lindenhof-health/);
  await expect.poll(freeAt).toBe(true);

  const other = STAFF.find((name) => name !== held) ?? "";
  await page.goto(addressOf(start));
  await page.getByRole("radio", { name: new RegExp(other) }).check();
  await page.getByRole("button", { name: timeOf(start), exact: true }).click();
  await expect(page.getByRole("heading", { name: "Who is coming?" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(other);
});

test("a clinic's page is found from the search and from each of its providers, and tells machines what it is", async ({ page, request }) => {
  await page.goto("/?q=hanna");
  await page.getByRole("link", { name: "Lindenhof Health" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lindenhof Health");
  await page.goto("/p/jonas-weber");
  await page.getByRole("link", { name: "Others at Lindenhof Health" }).click();
  await expect(page.getByRole("heading", { name: "Who with?" })).toBeVisible();
  const html = await (await request.get("/c/lindenhof-health")).text();
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? "{}";
  expect(JSON.parse(data)).toMatchObject({ "@type": "MedicalClinic", name: "Lindenhof Health", department: [{ address: { addressLocality: "Berlin" } }, { address: { addressLocality: "London" } }] });
  // Times stand in the page itself, before any script runs.
  expect(html).toMatch(/>\d\d:\d\d</);
  expect((await request.get("/c/nowhere")).status()).toBe(404);
});
