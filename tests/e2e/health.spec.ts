import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";

const DANIEL = "daniel.rosen@northlight.example";

test("while Google fails for a calendar the health page names it, and all is well again once it answers", async ({ page, sandbox, expectAccessible }) => {
  test.setTimeout(120_000);
  await signIn(page, "admin@medbookings.example", "/admin/health");
  const row = page.getByRole("row").filter({ hasText: "Dr Daniel Rosen" });
  await expect(row).toContainText("None");

  const lunch = (days: number) => {
    const start = new Date(Date.now() + days * 86_400_000);
    return { summary: "Lunch", start: { dateTime: start.toISOString() }, end: { dateTime: new Date(start.getTime() + 3_600_000).toISOString() } };
  };
  try {
    await sandbox.failCalendar(DANIEL, 500);
    await sandbox.addEvent(DANIEL, lunch(40));
    await expect(row).not.toContainText("None", { timeout: 30_000 });
    await expect(row).toContainText("Connected");
    await expectAccessible(page);
  } finally {
    await sandbox.clearFaults();
  }
  await sandbox.addEvent(DANIEL, lunch(41));
  await expect(row).toContainText("None", { timeout: 60_000 });
});
