import type { Locator, Page } from "@playwright/test";
import { bookAsGuest, newGuest } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";
import { inOwnBrowser } from "./support/visits";

const CHARLOTTE = "charlotte.hughes@lindenhof.example";
const WISH = { provider: "charlotte-hughes", service: "assessment" };

test("a visit is dragged to another time: the question names it and who is told, leaving it puts it back, moving it tells the patient", async ({ page, browser, sandbox, expectAccessible }) => {
  const guest = newGuest();
  await inOwnBrowser(browser, (visitor) => bookAsGuest(visitor, WISH, guest));
  await page.setViewportSize({ width: 1280, height: 1600 });
  await signIn(page, CHARLOTTE, "/provider/schedule");
  const visit = page.getByRole("region", { name: /^Schedule/ }).getByRole("button").filter({ hasText: guest.name });
  for (let weeks = 0; weeks < 5 && (await visit.count()) === 0; weeks += 1) {
    const asked = page.waitForResponse(/schedule\.range/);
    await page.getByRole("button", { name: "The week after" }).click();
    await asked;
    await expect(page.locator(".schedule-closed").first()).toBeVisible();
  }
  await expect(visit).toBeVisible();
  const from = (await visit.innerText()).match(/\d\d:\d\d/)?.[0] ?? "";

  const to = await drag(page, visit, from, 15);
  const question = page.getByRole("dialog", { name: `Move ${guest.name}’s visit` });
  await expect(question.getByText(to, { exact: true }).first()).toBeVisible();
  await expect(question).toContainText(`${guest.name} will be told by`);
  await expectAccessible(page);
  await question.getByRole("button", { name: "Leave it" }).click();
  await expect(visit).toContainText(from);

  await drag(page, visit, from, 15);
  // Only the visit itself is in the way of a quarter of an hour later, or somebody else is and a reason is asked for.
  await expect(question.getByRole("button", { name: /^Move (the visit|anyway)$/ })).toBeVisible();
  await question.getByRole("group", { name: /^(Free that day|Nothing free)/ }).getByRole("button").last().click();
  await question.getByRole("button", { name: "Move the visit" }).click();
  await expect(page.getByText(/^Moved to /)).toBeVisible();
  await expect.poll(async () => (await sandbox.messagesTo(guest.email))[0]?.attachments?.[0]?.content).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:1/);
});

/** Drags a visit by some minutes on its own day and says what time that is. */
async function drag(page: Page, visit: Locator, from: string, minutes: number): Promise<string> {
  const hour = async (label: string) => (await page.getByRole("region", { name: /^Schedule/ }).getByText(label, { exact: true }).boundingBox())?.y ?? 0;
  const perMinute = ((await hour("12:00")) - (await hour("11:00"))) / 60;
  const box = await visit.boundingBox();
  if (box === null) throw new Error("the visit is not on the page");
  const [x, y] = [box.x + box.width / 2, box.y + 6];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 8, { steps: 4 });
  await page.mouse.move(x, y + minutes * perMinute, { steps: 8 });
  await page.mouse.up();
  const minute = Number(from.slice(0, 2)) * 60 + Number(from.slice(3)) + minutes;
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
