import AxeBuilder from "@axe-core/playwright";
import { bookAsGuest, newGuest, typeTextedCode } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";
import { inOwnBrowser } from "./support/visits";

const MANAGER = "manager@lindenhof.example";
/** One pixel of PNG. */
const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");

test("a manager gives the clinic a colour, a picture and words; the next confirmation carries them, until they are taken back", async ({ page, browser, sandbox, expectAccessible }) => {
  test.setTimeout(120_000);
  await signIn(page, MANAGER, "/provider/clinic/look");
  const picture = page.getByLabel("Picture file");
  await picture.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>") });
  await expect(page.getByText("Only PNG, JPEG and WebP pictures can be shown")).toBeVisible();
  await picture.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: PIXEL });
  await expect(page.getByText("Picture saved")).toBeVisible();
  const src = (await page.getByRole("img", { name: "The clinic’s picture" }).getAttribute("src")) ?? "";
  const served = await page.request.get(src);
  expect([served.status(), served.headers()["content-type"]]).toEqual([200, "image/png"]);

  await page.getByLabel(/^Colour/).fill("#ffd400");
  await expect(page.getByText(/contrast of 1\.4 to 1/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save the look" }).click();
  await expect(page.getByText("Look saved")).toBeVisible();

  const greeting = page.getByRole("textbox", { name: "Greeting" });
  await greeting.fill("Dear {{reason}},");
  await page.getByRole("button", { name: "Save the words" }).click();
  await expect(page.getByRole("link", { name: "Greeting: {{reason}} cannot be used here. Allowed are {{firstName}}, {{name}}, {{provider}}, {{clinic}}." })).toBeVisible();
  await greeting.fill("Dear ");
  await page.getByRole("list", { name: "What Greeting may name" }).getByRole("button", { name: /firstName/ }).click();
  await page.getByRole("textbox", { name: "SMS" }).fill("{{provider}} at {{clinic}}: {{when}} {{link}}");
  await expect(page.getByText(/With these names: 1 SMS, \d+ characters left \(GSM-7\)/)).toBeVisible();
  await expect.poll(() => page.locator("iframe").getAttribute("srcdoc")).toContain(">Dear Elena<");
  await page.getByRole("button", { name: "Save the words" }).click();
  await expect(page.getByText("Words saved")).toBeVisible();

  const guest = newGuest();
  await inOwnBrowser(browser, async (visitor) => {
    await bookAsGuest(visitor, { provider: "imogen-clarke", service: "consultation" }, guest);
    await typeTextedCode(visitor, sandbox, guest);
  });
  await expect.poll(async () => (await sandbox.messagesTo(guest.email)).length, { timeout: 30_000 }).toBe(1);
  const [email] = await sandbox.messagesTo(guest.email);
  expect(email?.text).toMatch(/^Dear Nora\n/);
  expect(email?.html).toContain(src);
  expect(email?.html).toContain("#ffd400");
  await expect.poll(async () => (await sandbox.messagesTo(guest.phone)).map(({ channel, text }) => (channel === "sms" ? text : "")).join("\n")).toMatch(/^Dr Imogen Clarke at Lindenhof Health: \w/m);

  await page.getByRole("button", { name: "Back to our words" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove my sentences" }).click();
  await expect.poll(() => page.locator("iframe").getAttribute("srcdoc")).toContain(">Hello Elena Rossi,<");
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByLabel(/^Colour/).fill("");
  await page.getByRole("button", { name: "Save the look" }).click();
  await expect(page.getByText("None yet: messages begin with a mark")).toBeVisible();
});

/** Between them they have every part that an e-mail can have. */
const LOOKED_INTO = new Set(["booking-confirmed", "booking-cancelled", "reminder", "provider-agenda"]);

test("an administrator walks through every message, in another language, in the dark and on a narrow screen", async ({ page, context }) => {
  test.setTimeout(120_000);
  await signIn(page, "admin@medbookings.example", "/admin/templates");
  await expect(page.locator("iframe")).toBeVisible();
  await page.getByLabel("Language").selectOption("de");
  await page.getByText("Dark", { exact: true }).click();
  await page.getByText("Narrow", { exact: true }).click();
  const messages = page.getByRole("navigation", { name: "Messages" }).getByRole("button");
  await expect.poll(() => messages.count()).toBeGreaterThan(30);
  const mail = await context.newPage();
  for (const message of await messages.all()) {
    await message.click();
    const title = (await message.textContent()) ?? "";
    await expect(page.getByRole("heading", { level: 2, name: title }).first()).toBeVisible();
    const name = new URL(page.url()).searchParams.get("message") ?? "booking-confirmed";
    if (name.startsWith("reply-")) {
      await expect(page.getByRole("region", { name: "SMS" })).toBeVisible();
      continue;
    }
    const frame = page.locator("iframe");
    await expect.poll(async () => (await frame.getAttribute("srcdoc"))?.includes('lang="de"')).toBe(true);
    expect((await frame.boundingBox())?.width).toBeLessThanOrEqual(390);
    if (!LOOKED_INTO.has(name)) continue;
    await mail.setContent((await frame.getAttribute("srcdoc")) ?? "");
    const { violations } = await new AxeBuilder({ page: mail }).withTags(["wcag2a", "wcag2aa"]).analyze();
    expect(violations.map(({ id }) => id), name).toEqual([]);
  }
});

test("nobody but an administrator finds the templates, and the front desk chooses no look", async ({ page }) => {
  await signIn(page, "desk@lindenhof.example", "/provider/clinic/look");
  await expect(page.getByText("Only managers of a clinic choose how its messages look")).toBeVisible();
  expect((await page.goto("/admin/templates"))?.status()).toBe(404);
});
