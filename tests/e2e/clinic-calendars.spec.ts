import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";

const MANAGER = "manager@lindenhof.example";

test("a manager connects the clinic's account, and an event there takes a time from everybody at one location only", async ({ page, browser, sandbox, expectAccessible }) => {
  await signIn(page, MANAGER, "/provider/clinic/calendars");
  await page.getByRole("link", { name: /^Connect (Google Calendar|another account)$/ }).click();
  await page.getByRole("button", { name: MANAGER }).click();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page.getByText("The account is connected")).toBeVisible();

  const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const offered = async (provider: string) => {
    const answer = await page.request.get(`/api/v1/availability?provider=${provider}&service=consultation&from=${dayIn(15)}&to=${dayIn(28)}&timeZone=Europe/London`);
    return ((await answer.json()) as { slots: { startsAt: string }[] }).slots.map(({ startsAt }) => startsAt);
  };
  const london = await offered("imogen-clarke");
  const shared = (await offered("hanna-krueger")).find((startsAt) => london.includes(startsAt));
  if (shared === undefined) throw new Error("the two are free at no common time");
  await sandbox.addEvent(MANAGER, { summary: "Painters", start: { dateTime: shared }, end: { dateTime: new Date(Date.parse(shared) + 1_800_000).toISOString() } });

  await page.getByLabel(/Its events block bookings of/).first().selectOption({ label: "Lindenhof Berlin-Mitte (4 people)" });
  await expect.poll(() => offered("hanna-krueger"), { timeout: 15_000 }).not.toContain(shared);
  expect(await offered("imogen-clarke")).toContain(shared);
  await expectAccessible(page);

  const context = await browser.newContext();
  const provider = await context.newPage();
  await signIn(provider, "hanna.krueger@lindenhof.example", "/provider/integrations");
  await expect(provider.getByText("A calendar of the clinic also blocks these bookings")).toBeVisible();
  await context.close();

  await page.getByRole("button", { name: "Disconnect" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Disconnect" }).click();
  await expect.poll(() => offered("hanna-krueger")).toContain(shared);
});
