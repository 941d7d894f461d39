import { bookAsGuest, newGuest } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";
import { inOwnBrowser, openBookingOf } from "./support/visits";

const MEI = "mei.tanaka@yoru-clinic.example";
const WISH = { provider: "mei-tanaka", service: "first-conversation" };

test("a visit that needs approval waits, is approved, and only then reaches calendar and guest as agreed", async ({ page, browser, sandbox, expectAccessible }) => {
  const guest = newGuest();
  await inOwnBrowser(browser, (visitor) => bookAsGuest(visitor, WISH, guest));
  await expect.poll(async () => (await sandbox.messagesTo(guest.email)).length).toBe(1);
  await signIn(page, MEI, "/provider/bookings");
  const panel = await openBookingOf(page, guest);
  await expect(panel.getByText("Needs approval").first()).toBeVisible();
  await panel.getByRole("button", { name: "Approve" }).click();
  await expect(panel.getByText("Confirmed", { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  await expect.poll(async () => (await sandbox.messagesTo(guest.email))[0]?.attachments?.[0]?.content).toMatch(/STATUS:CONFIRMED/);
});

test("a request is declined with a note that stays with the clinic; the guest reads that this time is not possible", async ({ page, browser, sandbox, expectAccessible }) => {
  const guest = newGuest();
  await inOwnBrowser(browser, (visitor) => bookAsGuest(visitor, WISH, guest));
  await signIn(page, MEI, "/provider/bookings");
  const panel = await openBookingOf(page, guest);
  await panel.getByRole("button", { name: "Decline" }).click();
  const question = page.getByRole("alertdialog");
  await question.getByLabel(/Note for the clinic/).fill("Better seen by a colleague");
  await expectAccessible(page);
  await question.getByRole("button", { name: "Decline the request" }).click();
  await expect(panel.getByText("Declined", { exact: true })).toBeVisible();
  await expect(panel.getByText("Better seen by a colleague")).toBeVisible();
  await expect.poll(async () => (await sandbox.messagesTo(guest.email))[0]?.subject).toMatch(/^Not possible/);
  expect(JSON.stringify([...(await sandbox.messagesTo(guest.email)), ...(await sandbox.messagesTo(guest.phone))])).not.toContain("colleague");
});
