import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";
import { bookVisitOfNow, inOwnBrowser, openBookingOf } from "./support/visits";

const LEYLA = "leyla.demir@lindenhof.example";
const WISH = { provider: "leyla-demir", service: "introductory-call" };

test("the patient arrives, is checked in and seen; the story says so", async ({ page, browser, sandbox, expectAccessible }) => {
  const guest = await inOwnBrowser(browser, (visitor) => bookVisitOfNow(visitor, sandbox, WISH));
  await signIn(page, LEYLA, "/provider/bookings");
  const panel = await openBookingOf(page, guest);
  await panel.getByRole("button", { name: "Check in" }).click();
  await expect(panel.getByText("Checked in", { exact: true })).toBeVisible();
  await expect(panel.getByRole("button", { name: "Did not come" })).toHaveCount(0);
  await panel.getByRole("button", { name: "Complete" }).click();
  await expect(panel.getByText("Completed", { exact: true })).toBeVisible();
  await expect(panel.getByRole("group", { name: "Actions" })).toHaveCount(0);
  for (const sentence of [/^Checked in, by/, /^Completed, by/]) await expect(panel.getByRole("listitem").getByText(sentence)).toBeVisible();
  await expectAccessible(page);
});

test("a patient who did not come is noted once the visit has begun, after a question, and is not written to", async ({ page, browser, sandbox, expectAccessible }) => {
  const guest = await inOwnBrowser(browser, (visitor) => bookVisitOfNow(visitor, sandbox, WISH));
  await signIn(page, LEYLA, "/provider/bookings");
  const panel = await openBookingOf(page, guest);
  await panel.getByRole("button", { name: "Did not come" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText(`${guest.name} did not come?`);
  await expectAccessible(page);
  await question.getByRole("button", { name: "Note that nobody came" }).click();
  await expect(panel.getByText("Did not come", { exact: true })).toBeVisible();
  await expect(panel.getByRole("group", { name: "Actions" })).toHaveCount(0);
  expect(await sandbox.messagesTo(guest.email)).toHaveLength(1);
});
