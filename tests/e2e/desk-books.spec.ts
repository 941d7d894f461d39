import { newGuest } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("the front desk books for a caller where patients are offered nothing, with a reason", async ({ page, sandbox, expectAccessible }) => {
  const guest = newGuest();
  await signIn(page, "desk@lindenhof.example", "/provider/schedule");
  await page.getByRole("combobox", { name: "Provider" }).click();
  await page.getByRole("option", { name: /Oliver Bennett/ }).click();
  await page.getByRole("button", { name: "New booking" }).click();
  const dialog = page.getByRole("dialog", { name: "Book for a caller" });
  await expect(dialog).toContainText("With Dr Oliver Bennett");
  await dialog.getByLabel("Day", { exact: true }).fill(inDays(4));
  await dialog.getByLabel("Time", { exact: true }).fill("05:10");
  await dialog.getByLabel("Patient’s name").fill(guest.name);
  await dialog.getByLabel(/^E-mail/).fill(guest.email);
  await expect(dialog.getByText("You may still book it.")).toBeVisible();
  const book = dialog.getByRole("button", { name: /^Book \w+ .*, 05:10$/ });
  await expect(book).toHaveAttribute("aria-disabled", "true");
  await dialog.getByLabel("Reason for booking it anyway").fill("Before his flight");
  await expectAccessible(page);
  await book.click();

  const panel = page.getByRole("dialog", { name: /^Booking / });
  await expect(panel.getByText("Before his flight")).toBeVisible();
  await expect(panel.getByText("Confirmed", { exact: true })).toBeVisible();
  await expect(panel.getByText(/^Booked, by the clinic/)).toBeVisible();
  await expectAccessible(page);
  await expect.poll(async () => (await sandbox.messagesTo(guest.email))[0]?.attachments?.[0]?.content).toMatch(/STATUS:CONFIRMED/);
  expect(JSON.stringify(await sandbox.messagesTo(guest.email))).not.toContain("flight");
});
