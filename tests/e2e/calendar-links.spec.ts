import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";

const CHARLOTTE = "charlotte.hughes@lindenhof.example";

test("a provider adds a public calendar by its address, is told what is wrong with one, and removes it again", async ({ page, sandbox, expectAccessible }) => {
  const day = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10);
  const key = Math.floor(Math.random() * 1_000_000);
  const [file, name] = [`rota-${key}.ics`, `Ward rota ${key}`];
  await sandbox.publishFile(file, ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:e2e", `X-WR-CALNAME:${name}`, "BEGIN:VEVENT", "UID:e2e", "DTSTAMP:20261101T000000Z", `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`, "SUMMARY:SECRET-TITLE", "END:VEVENT", "END:VCALENDAR"].join("\n"));
  await signIn(page, CHARLOTTE, "/provider/integrations");
  const card = page.getByRole("region", { name: "Calendars by link" });
  const address = card.getByLabel("Add a calendar by link");

  await address.fill("https://127.0.0.1/private.ics");
  await card.getByRole("button", { name: "Add the calendar" }).click();
  await expect(card.getByText(/must be a public https/)).toBeVisible();

  await address.fill(`${sandbox.origin}/files/${file}`);
  await card.getByRole("button", { name: "Add the calendar" }).click();
  await expect(card.getByRole("paragraph").filter({ hasText: name })).toBeVisible();
  await expect(card.getByText("SECRET-TITLE")).toHaveCount(0);
  await expectAccessible(page);

  await sandbox.publishFile(file, "no calendar at all");
  await card.getByRole("button", { name: new RegExp(`Read it now.*${name}`) }).click();
  await expect(card.getByText(/not a calendar/)).toBeVisible();

  await card.getByRole("button", { name: `Remove ${name}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove it" }).click();
  await expect(card.getByRole("paragraph").filter({ hasText: name })).toHaveCount(0);
});
