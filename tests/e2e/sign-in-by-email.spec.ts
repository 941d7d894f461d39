import { bookAsGuest, newGuest } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";

test("who booked as a guest signs in with a link from their inbox, once, and finds the visit", async ({ page, sandbox, expectAccessible }) => {
  const guest = newGuest();
  await bookAsGuest(page, { provider: "oliver-bennett", service: "child-consultation" }, guest);
  await page.goto("/sign-in?callbackUrl=/my/bookings");
  await page.getByLabel("E-mail").fill(guest.email);
  await page.getByRole("button", { name: "Continue with e-mail" }).click();
  await expect(page.getByText("Look into your inbox")).toBeVisible();
  await expectAccessible(page);

  const link = async () => /https?:\/\/\S+\/sign-in\/link\/[\w-]{43}/.exec((await sandbox.messagesTo(guest.email)).map(({ text }) => text).join("\n"))?.[0];
  await expect.poll(link).toBeDefined();
  const address = (await link()) ?? "";
  // A scanner that opens it uses nothing up.
  await page.request.get(address);
  await page.goto(address);
  await expect(page.getByText(`You will be signed in as ${guest.email}`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/my\/bookings$/);
  await expect(page.getByText(/Oliver Bennett/).first()).toBeVisible();

  await page.context().clearCookies();
  await page.goto(address);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/used before or has expired/)).toBeVisible();
});
