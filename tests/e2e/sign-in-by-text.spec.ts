import { bookAsGuest, newGuest } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";

test("a patient confirms a number in their account and signs in with a code texted there, as the patient they are", async ({ page, sandbox, expectAccessible }) => {
  const guest = newGuest();
  await bookAsGuest(page, { provider: "pratima-shrestha", service: "pregnancy-visit" }, guest);
  await page.goto("/sign-in?callbackUrl=/my/bookings");
  await page.getByLabel("E-mail").fill(guest.email);
  await page.getByRole("button", { name: "Continue with e-mail" }).click();
  const link = async () => /https?:\/\/\S+\/sign-in\/link\/[\w-]{43}/.exec((await sandbox.messagesTo(guest.email)).map(({ text }) => text).join("\n"))?.[0];
  await expect.poll(link).toBeDefined();
  await page.goto((await link()) ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/my\/bookings$/);

  const codes = async () => (await sandbox.messagesTo(guest.phone)).flatMap(({ text }) => /^(\d{6}) is your MedBookings code/.exec(text ?? "")?.[1] ?? []);
  await page.getByLabel("Mobile number").fill(guest.phone);
  await page.getByRole("button", { name: "Text me a code" }).click();
  await expect.poll(async () => (await codes()).length).toBe(1);
  await page.getByLabel("Code from the text").fill((await codes())[0] ?? "");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Confirm number" }).click();
  await expect(page.getByText(`${guest.phone} is confirmed`)).toBeVisible();
  await expectAccessible(page);

  await page.context().clearCookies();
  await page.goto("/sign-in?callbackUrl=/my/bookings");
  await page.getByLabel("Mobile number").fill(guest.phone);
  await page.getByRole("button", { name: "Text me a code" }).click();
  await expect.poll(async () => (await codes()).length).toBe(2);
  const code = (await codes())[0] ?? "";
  const field = page.getByLabel("Code from the text");
  await field.fill(String((Number(code) + 1) % 1_000_000).padStart(6, "0"));
  await page.getByRole("button", { name: "Sign in", exact: true }).last().click();
  await expect(page.getByText("This is not the code we sent")).toBeVisible();
  await expectAccessible(page);
  await field.fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).last().click();
  await expect(page).toHaveURL(/\/my\/bookings$/);
  await expect(page.getByText(`Signed in as ${guest.email}`)).toBeVisible();
});
