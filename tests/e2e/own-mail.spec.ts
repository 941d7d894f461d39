import type { Browser, Page } from "@playwright/test";
import { bookAsGuest, newGuest, type Guest } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";

const MARIA = "maria.alvarez@northlight.example";

async function book(browser: Browser): Promise<Guest> {
  const guest = newGuest();
  const context = await browser.newContext();
  await bookAsGuest(await context.newPage(), { provider: "maria-alvarez", service: "visit" }, guest);
  await context.close();
  return guest;
}

const card = (page: Page) => page.getByRole("region", { name: "E-mails from my own address" });

test("a provider's confirmations come from their own address while Google lets them, and from ours when it does not", async ({ page, browser, sandbox, expectAccessible }) => {
  test.setTimeout(150_000);
  const senderOf = async ({ email }: Guest) => (await sandbox.messagesTo(email)).find(({ channel }) => channel === "email")?.from;
  await signIn(page, MARIA, "/provider/integrations");
  await expect(card(page).getByText("Connect Google Calendar first")).toBeVisible();
  await page.getByRole("link", { name: "Connect Google Calendar" }).click();
  await page.getByRole("button", { name: MARIA }).click();
  await page.getByRole("button", { name: "Allow" }).click();

  await card(page).getByRole("link", { name: /Ask Google for permission/ }).click();
  // Only what is new is asked for, of the account that is connected.
  await expect(page.getByText(/send email/i).first()).toBeVisible();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(card(page).getByText("On", { exact: true })).toBeVisible();
  await expect(card(page).getByText(MARIA)).toBeVisible();
  await expectAccessible(page);
  const guest = await book(browser);
  await expect.poll(() => senderOf(guest), { timeout: 60_000 }).toContain(MARIA);
  await page.reload();
  await expect(card(page).getByText(/^[1-9]\d* of \d+ in the last 24 hours/)).toBeVisible();

  await sandbox.revokeAccess(MARIA);
  const afterwards = await book(browser);
  await expect.poll(() => senderOf(afterwards), { timeout: 60_000 }).toBeDefined();
  expect(await senderOf(afterwards)).not.toContain(MARIA);
  await page.reload();
  await expect(card(page).getByText("SendGrid sends for now")).toBeVisible();
  await expect(card(page).getByRole("link", { name: "Connect again" })).toBeVisible();
  await expectAccessible(page);

  await card(page).getByRole("button", { name: "Switch off" }).click();
  await expect(card(page).getByText("Off", { exact: true })).toBeVisible();
});
