import type { Browser, Page } from "@playwright/test";
import { bookAsGuest, newGuest, type Guest, type Wish } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";

const MEI = "mei.tanaka@yoru-clinic.example";

test("a visit that needs approval waits, is approved, and only then reaches calendar and guest as agreed", async ({ page, browser, sandbox, expectAccessible }) => {
  const guest = newGuest();
  await visit(browser, { provider: "mei-tanaka", service: "first-conversation" }, guest);
  await expect.poll(async () => (await sandbox.messagesTo(guest.email)).length).toBe(1);
  await signIn(page, MEI, "/provider/bookings");
  await openBooking(page, guest);
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("Needs approval").first()).toBeVisible();
  await panel.getByRole("button", { name: "Approve" }).click();
  await expect(panel.getByText("Confirmed", { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  await expect.poll(async () => (await sandbox.messagesTo(guest.email))[0]?.attachments?.[0]?.content).toMatch(/STATUS:CONFIRMED/);
});

async function visit(browser: Browser, wish: Wish, guest: Guest): Promise<void> {
  const context = await browser.newContext();
  await bookAsGuest(await context.newPage(), wish, guest);
  await context.close();
}

async function openBooking(page: Page, guest: Guest): Promise<void> {
  await page.goto("/provider/bookings");
  await page.getByText(guest.name).filter({ visible: true }).first().click();
}
