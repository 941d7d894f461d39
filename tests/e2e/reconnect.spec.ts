import { bookAsGuest, newGuest } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";

const NOAH = "noah.tremblay@northlight.example";

test("access withdrawn at Google: the page and an e-mail say so, booking goes on, connecting again makes up for it", async ({ page, browser, sandbox, expectAccessible }) => {
  test.setTimeout(120_000);
  await signIn(page, NOAH, "/provider/integrations");
  await expect(page.getByText("Connected account").or(page.getByRole("link", { name: "Connect Google Calendar" }))).toBeVisible();
  if (await page.getByRole("link", { name: "Connect Google Calendar" }).isVisible()) {
    await page.getByRole("link", { name: "Connect Google Calendar" }).click();
    await page.getByRole("button", { name: NOAH }).click();
    await page.getByRole("button", { name: "Allow" }).click();
  }
  await expect(page.getByText("Bookings go here")).toBeVisible({ timeout: 30_000 });
  const mailsBefore = (await sandbox.messagesTo(NOAH)).length;

  await sandbox.revokeAccess(NOAH);
  await page.getByRole("button", { name: "Read it now" }).click();
  await expect(page.getByText("Google no longer lets us in")).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await expect.poll(async () => (await sandbox.messagesTo(NOAH)).length).toBeGreaterThan(mailsBefore);
  expect((await sandbox.messagesTo(NOAH)).some(({ subject }) => subject === "Please connect your Google Calendar again")).toBe(true);

  const guest = newGuest();
  const context = await browser.newContext();
  await bookAsGuest(await context.newPage(), { provider: "noah-tremblay", service: "sleep-consultation" }, guest);
  await context.close();
  const eventOfGuest = async () => (await sandbox.eventsOf(NOAH)).find((event) => event.summary === guest.name);
  expect(await eventOfGuest()).toBeUndefined();

  await page.getByRole("main").getByRole("link", { name: "Connect again" }).click();
  // The account is known, so Google asks only for consent.
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page.getByText("Google Calendar is connected")).toBeVisible();
  await expect.poll(async () => (await eventOfGuest())?.status, { timeout: 60_000 }).toBe("confirmed");
  await expect(page.getByText("Google no longer lets us in")).toHaveCount(0);
});

test("one box left unticked on Google's page connects nothing and says which", async ({ page }) => {
  await signIn(page, "pratima.shrestha@northlight.example", "/provider/integrations");
  await page.getByRole("link", { name: "Connect Google Calendar" }).click();
  await page.getByRole("button", { name: "pratima.shrestha@northlight.example" }).click();
  await page.getByRole("checkbox").first().uncheck();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page).toHaveURL(/problem=partial-consent/);
  await expect(page.getByText(/left unticked on Google's page/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Connect Google Calendar" })).toBeVisible();
});
