import { bookAsGuest, newGuest, typeTextedCode } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";

const WISH = { provider: "youssef-benali", service: "eye-examination" };

test("a guest who wants texts types the code from their phone and gets the confirmation there", async ({ page, sandbox, expectAccessible }) => {
  const guest = newGuest();
  await bookAsGuest(page, WISH, guest);
  await expect(page.getByRole("heading", { name: "Confirm your number" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Code from the text").fill("12345");
  await page.getByRole("button", { name: "Confirm number" }).click();
  await expect(page.getByText("Type the six digits of the text.")).toBeVisible();
  await typeTextedCode(page, sandbox, guest);
  await expectAccessible(page);
  await expect.poll(async () => (await sandbox.messagesTo(guest.phone)).map(({ channel }) => channel).sort()).toEqual(["sms", "sms", "whatsapp"]);
  expect((await sandbox.messagesTo(guest.phone)).filter(({ text }) => /Youssef Benali.*http/s.test(text ?? ""))).not.toEqual([]);
});

test("another skips it, is written to by e-mail only, and can confirm the number later on the page of the visit", async ({ page, sandbox, expectAccessible }) => {
  const guest = newGuest();
  const { manageHref } = await bookAsGuest(page, WISH, guest);
  await page.getByRole("button", { name: "Skip, e-mail is enough" }).click();
  await expect(page.getByText("We write by e-mail only")).toBeVisible();
  await expectAccessible(page);
  await expect.poll(async () => (await sandbox.messagesTo(guest.email)).length).toBe(1);
  const codes = await sandbox.messagesTo(guest.phone);
  expect(codes.map(({ text }) => /^\d{6} is your code/.test(text ?? ""))).toEqual([true]);
  await page.goto(manageHref);
  await expect(page.getByRole("heading", { name: "Confirm your number" })).toBeVisible();
  await expectAccessible(page);
  await typeTextedCode(page, sandbox, guest);
  await expect.poll(async () => (await sandbox.messagesTo(guest.phone)).length).toBe(3);
  expect(await sandbox.messagesTo(guest.email)).toHaveLength(1);
});
