import { bookAsGuest, newGuest } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";

test("a patient says on their page that they will come, opening it says nothing, and the clinic sees it", async ({ page, browser, expectAccessible }) => {
  const guest = newGuest();
  const { manageHref } = await bookAsGuest(page, { provider: "hanna-krueger", service: "consultation" }, guest);
  await page.goto(`${manageHref}#coming`);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Will you come?" })).toBeVisible();
  await page.getByRole("button", { name: "I will come" }).click();
  await expect(page.getByRole("heading", { name: "You have said that you will come" })).toBeVisible();
  await expectAccessible(page);

  const desk = await browser.newPage();
  await signIn(desk, "hanna.krueger@lindenhof.example", "/provider/bookings");
  await desk.getByRole("searchbox").fill(guest.name);
  await expect(desk.getByText("Will come").first()).toBeVisible();
  await desk.close();
});
