import { bookAsGuest, newGuest } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";

const AMARA = "amara.okafor@lindenhof.example";
const PROMISED_MS = 5_000;

test("a visit moved in Google shows on the open schedule at once, and on the patient's open page once it counts", async ({ page, browser, sandbox, expectAccessible }) => {
  const guest = newGuest();
  const context = await browser.newContext();
  const patient = await context.newPage();
  const { manageHref } = await bookAsGuest(patient, { provider: "amara-okafor", service: "check-up" }, guest);
  await patient.goto(manageHref);
  await expect(patient.getByRole("heading", { name: "Your appointment" })).toBeVisible();
  const find = async () => (await sandbox.eventsOf(AMARA)).find((event) => event.summary === guest.name);
  await expect.poll(find).toMatchObject({ status: "confirmed" });
  const event = await find();
  const startsAt = new Date(event?.start?.dateTime ?? "");
  const minutes = (Date.parse(event?.end?.dateTime ?? "") - startsAt.getTime()) / 60_000;

  await signIn(page, AMARA, "/provider/bookings");
  await expect(page.getByText(guest.name).filter({ visible: true }).first()).toBeVisible();
  // A quarter of an hour on: only the visit itself is surely not in its own way.
  const movedTo = new Date(startsAt.getTime() + 15 * 60_000);
  await sandbox.moveEvent(AMARA, event?.id ?? "", movedTo, minutes);
  const movedAt = Date.now();
  const notice = page.getByRole("status").filter({ hasText: "Changed in Google" });
  await expect(notice).toContainText(guest.name, { timeout: PROMISED_MS });
  test.info().annotations.push({ type: "shown to the provider after", description: `${Date.now() - movedAt} ms` });
  await notice.getByRole("button", { name: new RegExp(guest.name) }).click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("Takes effect in")).toBeVisible();
  await panel.getByRole("button", { name: "Move the visit now" }).click();
  const time = movedTo.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });
  const answeredAt = Date.now();
  await expect(patient.getByText("It was changed just now.")).toBeVisible({ timeout: PROMISED_MS });
  test.info().annotations.push({ type: "shown to the patient after", description: `${Date.now() - answeredAt} ms` });
  await expect(patient.getByText(time).first()).toBeVisible();
  await expectAccessible(patient);
  await context.close();
});
