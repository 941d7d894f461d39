import { readFileSync } from "node:fs";
import type { Browser, Locator, Page } from "@playwright/test";
import { Client } from "pg";
import { bookAsGuest, newGuest, type Guest, type Wish } from "./book-as-guest";
import { expect } from "./fixtures";
import type { SandboxInspector } from "./sandbox-inspector";

const databaseUrl = (): string => process.env.E2E_DATABASE_URL ?? (JSON.parse(readFileSync(".data/demo.json", "utf8")) as { databaseUrl: string }).databaseUrl;

/** Books as a guest and, once the confirmation is there, lets the time of the visit come: it began ten minutes ago, whatever hour it is. */
export async function bookVisitOfNow(page: Page, sandbox: SandboxInspector, wish: Wish): Promise<Guest> {
  const guest = newGuest();
  await bookAsGuest(page, wish, guest);
  await expect.poll(async () => (await sandbox.messagesTo(guest.email)).length, { timeout: 30_000 }).toBe(1);
  await changeOne(
    `UPDATE booking SET starts_at = now() - interval '10 minutes', ends_at = now() + interval '20 minutes', blocked_from = now() - interval '10 minutes', blocked_to = now() + interval '20 minutes',
       is_overbook = true, override_reason = 'Its time has come'
     FROM patient WHERE patient.id = booking.patient_id AND patient.email = $1`,
    guest,
  );
  return guest;
}

/** Changes the one row that is a guest's; $1 is their address. */
async function changeOne(sql: string, guest: Guest): Promise<void> {
  const client = new Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    const { rowCount } = await client.query(sql, [guest.email]);
    if (rowCount !== 1) throw new Error(`${rowCount} rows of ${guest.name} instead of one`);
  } finally {
    await client.end();
  }
}

/** Google could not make the video link of a guest's visit after all. */
export async function failVideoLink(guest: Guest): Promise<void> {
  await changeOne(
    `UPDATE meet_link SET state = 'FAILED', url = NULL, last_error = 'Google has a problem of its own. We try again by ourselves.', updated_at = now()
     FROM booking JOIN patient ON patient.id = booking.patient_id WHERE booking.series_id = meet_link.series_id AND patient.email = $1`,
    guest,
  );
}

/** Does something as somebody else, who shares no cookies with the test's own page. */
export async function inOwnBrowser<T>(browser: Browser, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
  try {
    return await act(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Finds a guest's booking in the clinic's list and opens its panel. */
export async function openBookingOf(page: Page, guest: Guest): Promise<Locator> {
  await page.goto(`/provider/bookings?find=${encodeURIComponent(guest.email)}`);
  await page.getByText(guest.name).filter({ visible: true }).first().click();
  return page.getByRole("dialog");
}
