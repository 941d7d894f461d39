import { bookAsGuest, newGuest } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";
import { inOwnBrowser } from "./support/visits";

test("somebody new sets up a page in five steps, connects a calendar on the way, is found and booked", async ({ page, browser, sandbox, expectAccessible }) => {
  test.setTimeout(120_000);
  const key = Math.floor(Math.random() * 1_000_000);
  const name = `Dr Ada Novak ${key}`;
  const email = `ada.novak.${key}@practice.example`;
  await sandbox.addAccount({ email, name, timeZone: "Europe/London" });
  await signIn(page, email, "/provider");

  await expect(page.getByRole("heading", { name: "Tell patients who you are" })).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
  await page.getByLabel("Profession").fill("Allergist");
  await page.getByLabel("Time zone").fill("Europe/Lisbon");
  await page.getByRole("button", { name: "Go on to services" }).click();

  await expect(page.getByRole("heading", { name: "What can patients book?" })).toBeFocused();
  await page.getByRole("button", { name: "Video", exact: true }).click();
  await page.getByRole("button", { name: "In person", exact: true }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Go on to hours" }).click();

  await expect(page.getByRole("heading", { name: "When do you work?" })).toBeFocused();
  await expect(page.getByText("Times are Lisbon time.")).toBeVisible();
  await page.getByRole("button", { name: "Go on to the calendar" }).click();

  await expect(page.getByRole("heading", { name: "Keep your calendar in step" })).toBeFocused();
  await page.getByRole("link", { name: "Connect Google Calendar" }).click();
  await page.getByRole("button", { name: email }).click();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page.getByText("Connected", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Open my page" }).click();
  await expect(page.getByRole("heading", { name: "Your page is open" })).toBeVisible();
  await expectAccessible(page);
  const address = (await page.getByRole("link", { name: "See it as a patient" }).getAttribute("href")) ?? "";

  const guest = newGuest();
  await inOwnBrowser(browser, async (visitor) => {
    await visitor.goto(`/?q=${encodeURIComponent(name)}`);
    await expect(visitor.getByRole("link", { name }).first()).toBeVisible();
    await bookAsGuest(visitor, { provider: new URL(address).pathname.replace("/p/", ""), service: "consultation" }, guest);
    await expect(visitor.getByRole("heading", { name: "You are booked" })).toBeVisible();
  });
  const eventOfGuest = async () => (await sandbox.eventsOf(email)).find((event) => event.summary === guest.name);
  await expect.poll(async () => (await eventOfGuest())?.hangoutLink, { timeout: 30_000 }).toMatch(/meet\.google\.com/);
});
