import { chooseFirstTime, confirmDetails, fillDetails, newGuest } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";

const JONAS = "jonas.weber@lindenhof.example";
const MINUTE_MS = 60_000;

test("a calendar takes the held time while the patient types: others are offered, and one is booked without typing again", async ({ page, sandbox, expectAccessible }) => {
  test.setTimeout(120_000);
  const guest = newGuest();
  await page.setViewportSize({ width: 390, height: 800 });
  await chooseFirstTime(page, { provider: "jonas-weber", service: "consultation" });
  await expect(page.getByText("Kept for you for")).toBeVisible();
  const startsAt = new Date(new URL(page.url()).searchParams.get("at") ?? "");
  await fillDetails(page, guest);

  const day = startsAt.toISOString().slice(0, 10);
  const offered = async () => {
    const answer = await page.request.get(`/api/v1/availability?provider=jonas-weber&service=consultation&from=${day}&to=${day}&timeZone=Europe/London`);
    return ((await answer.json()) as { slots: { startsAt: string }[] }).slots.map((slot) => Date.parse(slot.startsAt)).filter((at) => at < startsAt.getTime() + 120 * MINUTE_MS).length;
  };
  await expect.poll(offered).toBeGreaterThan(0);
  const event = await sandbox.addEvent(JONAS, { summary: "Came in between", start: { dateTime: startsAt.toISOString() }, end: { dateTime: new Date(startsAt.getTime() + 120 * MINUTE_MS).toISOString() } });
  try {
    // The event also takes what was free beside the held time: then it is known here.
    await expect.poll(offered).toBe(0);
    await page.getByRole("button", { name: /^Confirm/ }).filter({ visible: true }).click();
    const notice = page.getByRole("alert").filter({ hasText: "was just taken. Nothing was booked." });
    await expect(notice).toContainText("What you typed stays.");
    await expect(notice).toBeInViewport({ ratio: 0.9 });
    await expectAccessible(page);
    await notice.getByRole("button").first().click();

    await expect(page.getByText("Kept for you for")).toBeVisible();
    await expect(page.getByLabel("Your name")).toHaveValue(guest.name);
    await expect(page.getByLabel("E-mail", { exact: true }).first()).toHaveValue(guest.email);
    await expect(page.getByLabel(/^Phone/)).toHaveValue(guest.phone);
    await expect(page.getByRole("checkbox", { name: "SMS" })).toBeChecked();
    await expect(page.getByLabel(/Reason for the visit/)).toHaveValue("A secret about my health");
    const { manageHref } = await confirmDetails(page);
    await page.goto(manageHref);
    await expect(page.getByRole("heading", { name: "Your appointment" })).toBeVisible();
  } finally {
    await sandbox.deleteEvent(JONAS, event.id);
  }
});

test("a hold whose answer got lost is found again: by asking once more, and after a reload", async ({ page }) => {
  let isHeld = false;
  await page.route("**/api/trpc/bookings.hold", async (route) => void (await route.fetch(), await route.abort()), { times: 1 });
  await chooseFirstTime(page, { provider: "jonas-weber", service: "consultation" });
  await expect(page.getByText("Kept for you for")).toBeVisible();
  await page.getByRole("button", { name: "Choose another time" }).click();

  await expect(page.getByRole("heading", { name: "When suits you?" })).toBeVisible();
  await page.route("**/api/trpc/bookings.hold", async (route) => void (await route.fetch(), (isHeld = true)), { times: 1 });
  await page.getByRole("button", { name: /^\d\d:\d\d$/ }).first().click();
  await expect.poll(() => isHeld).toBe(true);
  await page.reload();
  await expect(page.getByText("Kept for you for")).toBeVisible();
  await expect(page.getByText("was just taken")).toHaveCount(0);
  await page.getByRole("button", { name: "Choose another time" }).click();
  await expect(page.getByRole("heading", { name: "When suits you?" })).toBeVisible();
});

test("a booking whose answer got lost twice is not called unsaved, and pressing again shows the one booking", async ({ page }) => {
  const guest = newGuest();
  await chooseFirstTime(page, { provider: "jonas-weber", service: "consultation" });
  await fillDetails(page, guest);
  await page.route("**/api/trpc/bookings.confirm", async (route) => void (await route.fetch(), await route.abort()), { times: 2 });
  await page.getByRole("button", { name: /^Confirm/ }).filter({ visible: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "we do not know whether your appointment is booked" })).toBeVisible();
  await expect(page.getByText("Nothing was saved")).toHaveCount(0);
  const { manageHref } = await confirmDetails(page);
  await page.goto(manageHref);
  await expect(page.getByRole("heading", { name: "Your appointment" })).toBeVisible();
});
