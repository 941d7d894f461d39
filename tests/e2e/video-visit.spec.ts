import type { Page } from "@playwright/test";
import { bookAsGuest, newGuest, type Guest } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";
import { bookVisitOfNow, failVideoLink, inOwnBrowser, openBookingOf } from "./support/visits";

const AMARA = "amara.okafor@lindenhof.example";

/** Books for a caller where search offers nothing: in a few minutes. Answers the reference. */
async function bookSoon(page: Page, guest: Guest): Promise<string> {
  const call = async (procedure: string, input: unknown): Promise<unknown> => {
    const response = await page.request.post(`/api/trpc/${procedure}`, { data: input });
    expect(response.status(), await response.text()).toBe(200);
    return response.json();
  };
  const { result } = (await call("bookings.list", { limit: 1 })) as { result: { data: { items: { providerId: string }[] } } };
  const startsAt = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 300_000).toISOString().replace(".000", "");
  const input = { providerId: result.data.items[0]?.providerId, service: "video-consult", startsAt, mode: "ONLINE", patient: { name: guest.name, email: guest.email }, timeZone: "Europe/London", override: { reason: "Called just now" } };
  const booked = (await call("bookings.bookForCaller", input)) as { result: { data: { reference: string } } };
  return booked.result.data.reference;
}

test("days before, a patient finds the door closed, when it opens, and no link anywhere", async ({ page, expectAccessible }) => {
  const guest = newGuest();
  const { manageHref } = await bookAsGuest(page, { provider: "amara-okafor", service: "video-consult" }, guest);
  const join = page.getByRole("link", { name: "Join video" });
  await expect(join).toHaveAttribute("href", `${manageHref}/visit`);
  const answers: Promise<string>[] = [];
  page.on("response", (response) => {
    if (/\/visit|\/api\/trpc\//.test(response.url())) answers.push(response.text());
  });
  await join.click();
  await expect(page.getByRole("heading", { name: "Your visit" })).toBeVisible();
  await expect(page.getByText("Your video link is ready.")).toBeVisible();
  await expect(page.getByRole("timer")).toHaveText(/\d+ (days|hours)/);
  await expect(page.getByRole("link", { name: "Join the visit" })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto(manageHref);
  await expect(page.getByText("The link is ready.")).toBeVisible();
  expect((await Promise.all(answers)).join("\n")).not.toContain("meet.google.com");
  expect(await page.content()).not.toContain("meet.google.com");

  await page.getByRole("button", { name: /cancel/i }).first().click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel the appointment" }).click();
  await expect(page.getByRole("heading", { name: "This appointment was cancelled" })).toBeVisible();
  await page.goto(`${manageHref}/visit`);
  await expect(page.getByRole("heading", { name: "This appointment was cancelled" })).toBeVisible();
  await expectAccessible(page);
});

test("from ten minutes before, the link from the message opens the visit, and the provider sees the same state", async ({ page, browser, sandbox, expectAccessible }) => {
  const guest = newGuest();
  await signIn(page, AMARA, "/provider/bookings");
  const reference = await bookSoon(page, guest);
  await expect.poll(async () => (await sandbox.messagesTo(guest.email)).length, { timeout: 40_000 }).toBeGreaterThan(0);
  const token = /\/m\/([\w-]{43})/.exec((await sandbox.messagesTo(guest.email))[0]?.text ?? "")?.[1];

  const context = await browser.newContext();
  const patient = await context.newPage();
  await patient.goto(`/m/${token}/visit`);
  await expect(patient.getByRole("heading", { name: "The door is open" })).toBeVisible();
  await expect(patient.getByRole("link", { name: /Join the visit/ })).toHaveAttribute("href", /^https:\/\/meet\.google\.com\//);
  await expectAccessible(patient);
  await context.close();

  await page.goto(`/provider/bookings?open=${reference}`);
  await expect(page.getByRole("dialog").getByRole("link", { name: /Join the video visit/ })).toHaveAttribute("href", /meet\.google\.com/);
});

test("a link that failed: the patient at the open door reads whom to call, and enters by the provider's own link once it is given", async ({ page, browser, sandbox, expectAccessible }) => {
  const guest = await bookVisitOfNow(page, sandbox, { provider: "amara-okafor", service: "video-consult" });
  const token = /\/m\/([\w-]{43})/.exec((await sandbox.messagesTo(guest.email))[0]?.text ?? "")?.[1];
  await expect.poll(async () => (await page.request.post("/api/trpc/visits.byLink", { data: { manageToken: token } })).text()).toContain('"link":"ready"');
  await failVideoLink(guest);
  await page.goto(`/m/${token}/visit`);
  await expect(page.getByText("The video link is not ready yet.")).toBeVisible();
  await expect(page.getByRole("link", { name: /^\+49/ })).toHaveAttribute("href", /^tel:\+49/);
  await expectAccessible(page);
  await inOwnBrowser(browser, async (desk) => {
    await signIn(desk, AMARA, "/provider/bookings");
    const panel = await openBookingOf(desk, guest);
    await expect(panel.getByText("There is no video link.")).toBeVisible();
    const own = panel.getByLabel("Or paste a link of your own");
    await own.fill("video.example/room");
    await panel.getByRole("button", { name: "Use this link" }).click();
    await expect(panel.getByText("The link must be a whole address that begins with https://.")).toBeVisible();
    await expectAccessible(desk);
    await own.fill("https://video.example/room");
    await panel.getByRole("button", { name: "Use this link" }).click();
    await expect(panel.getByRole("link", { name: /Join the video visit/ })).toHaveAttribute("href", "https://video.example/room");
  });
  await expect(page.getByRole("link", { name: /Join the visit/ })).toHaveAttribute("href", "https://video.example/room");
});
