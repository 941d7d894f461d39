import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";

const AMARA = "amara.okafor@lindenhof.example";

test("a provider sees what an import would do, takes the visits over, and is told by e-mail", async ({ page, sandbox, expectAccessible }) => {
  const key = Math.floor(Math.random() * 1_000_000);
  const day = new Date(Date.now() + (20 + (key % 8)) * 86_400_000).toISOString().slice(0, 10);
  const at = (hour: number, minute: number) => ({ dateTime: `${day}T0${hour}:${String(minute).padStart(2, "0")}:00Z` });
  await sandbox.addEvent(AMARA, { summary: `Old system ${key}`, start: at(2, key % 50), end: at(3, key % 50), attendees: [{ email: `nora.${key}@mail.example`, displayName: `Nora Import ${key}` }] });
  await sandbox.addEvent(AMARA, { summary: `Old system ${key} without anybody`, start: at(4, 0), end: at(5, 0) });
  await signIn(page, AMARA, "/provider/integrations");
  const card = page.getByRole("region", { name: "Take visits over" });
  await card.getByLabel("The title has").fill(`old system ${key}`);
  await expectAccessible(page);
  await card.getByRole("button", { name: "Show what would happen" }).click();
  await expect(card.getByText(/^1 visit in .* would become a booking$/)).toBeVisible({ timeout: 30_000 });
  await expect(card.getByRole("region", { name: "Would become bookings" })).toContainText(`Nora Import ${key}`);
  await expect(card.getByText(/1 entry has nobody invited who fits\..*Nothing has been written yet\./)).toBeVisible();
  await expectAccessible(page);
  await card.getByRole("button", { name: "Take 1 visit over" }).click();
  await expect(card.getByText(/^1 visit taken over/)).toBeVisible({ timeout: 30_000 });
  await expect(card.getByText(/1 entry has nobody invited who fits\./)).toBeVisible();
  await expectAccessible(page);
  await expect.poll(async () => (await sandbox.messagesTo(AMARA)).map(({ subject }) => subject).join()).toMatch(/Taken over from .*: 1 visit/);
});
