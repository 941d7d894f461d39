import { bookAsGuest, newGuest } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";

const CHARLOTTE = "charlotte.hughes@lindenhof.example";
const OLIVER = "oliver.bennett@lindenhof.example";

test("a provider signs in, connects Google Calendar in three clicks, and what they add there takes times away", async ({ page, sandbox }) => {
  await signIn(page, OLIVER, "/provider/integrations");
  await expect(page.getByRole("heading", { name: "Integrations" })).toBeVisible();
  await page.getByRole("link", { name: /connect google calendar/i }).click();
  await page.getByRole("button", { name: OLIVER }).click();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page).toHaveURL(/\/provider\/integrations/);
  await expect(page.getByText(OLIVER).first()).toBeVisible();

  const guest = await page.context().browser()?.newContext();
  if (!guest) throw new Error("no browser");
  const visitor = await guest.newPage();
  await visitor.goto("/p/oliver-bennett?service=child-consultation");
  const first = visitor.getByRole("button", { name: /^\d\d:\d\d$/ }).first();
  await expect(first).toBeVisible();

  const { slots } = (await (await visitor.request.get(`/api/v1/availability?provider=oliver-bennett&service=child-consultation&from=${day(1)}&to=${day(14)}&timeZone=Europe/London`)).json()) as { slots: { startsAt: string }[] };
  const wanted = slots[0]?.startsAt ?? "";
  await sandbox.addEvent(OLIVER, { summary: "Dentist", start: { dateTime: wanted }, end: { dateTime: new Date(Date.parse(wanted) + 3_600_000).toISOString() } });
  const offered = async () => {
    const answer = await visitor.request.get(`/api/v1/availability?provider=oliver-bennett&service=child-consultation&from=${day(1)}&to=${day(14)}&timeZone=Europe/London`);
    return ((await answer.json()) as { slots: { startsAt: string }[] }).slots.map((slot) => slot.startsAt);
  };
  await expect.poll(offered, { timeout: 10_000 }).not.toContain(wanted);

  await page.getByRole("button", { name: /disconnect/i }).first().click();
  await page.getByRole("dialog").or(page.getByRole("alertdialog")).getByRole("button", { name: /disconnect/i }).click();
  await expect(page.getByRole("link", { name: /connect google calendar/i })).toBeVisible();
  await expect.poll(offered).toContain(wanted);
  await guest.close();
});

test("a denied consent stores nothing and says so", async ({ page }) => {
  await signIn(page, CHARLOTTE, "/provider/integrations");
  await page.getByRole("link", { name: /connect google calendar/i }).click();
  await page.getByRole("button", { name: CHARLOTTE }).click();
  await page.getByRole("button", { name: "Deny" }).click();
  await expect(page).toHaveURL(/problem=/);
  await expect(page.getByRole("link", { name: /connect google calendar/i })).toBeVisible();
});

test("a provider finds the guest on the schedule and in the list, and checks the sync chip's page", async ({ page, browser, expectAccessible }) => {
  const guest = newGuest();
  const context = await browser.newContext();
  await bookAsGuest(await context.newPage(), { provider: "amara-okafor", service: "check-up" }, guest);
  await context.close();
  await signIn(page, "amara.okafor@lindenhof.example", "/provider/bookings");
  await expect(page.getByText(guest.name).filter({ visible: true }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByText(guest.name).filter({ visible: true }).first().click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("A secret about my health")).toBeVisible();
  await expectAccessible(page);
});

function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}
