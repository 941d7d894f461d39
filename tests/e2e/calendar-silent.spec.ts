import { bookAsGuest, newGuest } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";

const IMOGEN = "imogen.clarke@lindenhof.example";

test("a calendar that gives no answer: the patient reads so, the provider sees what waits, and it is confirmed by itself", async ({ page, browser, sandbox, expectAccessible }) => {
  test.setTimeout(180_000);
  await signIn(page, IMOGEN, "/provider/integrations");
  const connect = page.getByRole("link", { name: "Connect Google Calendar" });
  await expect(page.getByText("Connected account").or(connect)).toBeVisible();
  if (await connect.isVisible()) {
    await connect.click();
    await page.getByRole("button", { name: IMOGEN }).click();
    await page.getByRole("button", { name: "Allow" }).click();
  }
  await expect(page.getByText("Bookings go here")).toBeVisible({ timeout: 30_000 });
  const card = page.getByRole("region", { name: "When your calendar does not answer" });
  await card.getByRole("radio", { name: /Let it wait as a request/ }).check();
  await card.getByRole("checkbox", { name: "Ask Google once more when a patient confirms" }).check();
  await expect(card.getByRole("checkbox", { name: "Ask Google once more when a patient confirms" })).toBeChecked();
  await expectAccessible(page);

  const guest = newGuest();
  const context = await browser.newContext();
  const patient = await context.newPage();
  try {
    await sandbox.failCalendar(IMOGEN, 500);
    const { manageHref } = await bookAsGuest(patient, { provider: "imogen-clarke", service: "consultation" }, guest);
    await expect(patient.getByRole("heading", { name: "We hold this time for you" })).toBeVisible();
    await expect(patient.getByText("Dr Imogen Clarke’s calendar is not answering just now")).toBeVisible();
    await expectAccessible(patient);
    await patient.goto(manageHref);
    await expect(patient.getByRole("heading", { name: "We hold this time for you" })).toBeVisible();
    await expectAccessible(patient);

    await page.goto("/provider/bookings");
    const notice = page.getByRole("status").filter({ hasText: "for your calendar" });
    await notice.getByRole("button", { name: new RegExp(guest.name) }).click();
    await expect(page.getByRole("dialog").getByText("Waiting for the calendar").first()).toBeVisible();
    await expect(page.getByRole("dialog").getByRole("button", { name: "Confirm anyway" })).toBeVisible();
    await expect.poll(async () => (await sandbox.messagesTo(guest.email)).map(({ subject }) => subject)).toContainEqual(expect.stringMatching(/^Held for you: /));
  } finally {
    await sandbox.clearFaults();
  }
  await expect(patient.getByRole("heading", { name: "Your appointment" })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole("dialog").getByText("Confirmed", { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect.poll(async () => (await sandbox.messagesTo(guest.email)).map(({ subject }) => subject), { timeout: 60_000 }).toContainEqual(expect.stringMatching(/^Booked with /));
  await context.close();
});
