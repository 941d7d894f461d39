import type { Page } from "@playwright/test";
import { bookAsGuest, newGuest, typeTextedCode } from "./support/book-as-guest";
import { expect, test } from "./support/fixtures";
import { signIn } from "./support/sign-in";

test("a patient answers the text they got, a person of the clinic writes back, and it reaches the patient's phone", async ({ page, browser, sandbox, expectAccessible }) => {
  const guest = newGuest();
  const phone = await (await browser.newContext()).newPage();
  await bookAsGuest(phone, { provider: "charlotte-hughes", service: "assessment" }, guest);
  await typeTextedCode(phone, sandbox, guest);
  const texts = async () => (await sandbox.messagesTo(guest.phone)).filter(({ channel }) => channel === "sms").map(({ text }) => text ?? "");
  await expect.poll(async () => (await texts())[0]).toMatch(/Charlotte Hughes.*http/s);
  const inbox = `${sandbox.origin}/inbox?to=${encodeURIComponent(guest.phone)}&channel=sms`;

  await write(phone, inbox, "Is there parking near you?");
  await signIn(page, "desk@lindenhof.example", "/provider/messages");
  const conversation = page.getByRole("button", { name: new RegExp(`${guest.name}.*Is there parking near you.*1 unread`, "s") });
  await conversation.click();
  const log = page.getByRole("log");
  await expect(log.getByText("Is there parking near you?")).toBeVisible();
  await expect(log.getByText(/will read this/)).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Coming visits" }).getByText("Confirmed")).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Your answer").fill("Yes, behind the house, two hours free.");
  await expect(page.getByText("1 SMS, 122 characters left (GSM-7).")).toBeVisible();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(log.getByText("Yes, behind the house, two hours free.")).toBeVisible();
  await expect.poll(texts).toContain("Yes, behind the house, two hours free.");
  await open(phone, inbox);
  await expect(phone.getByText("Yes, behind the house, two hours free.")).toBeVisible();

  await write(phone, inbox, "Yes!");
  await expect(page.getByRole("complementary", { name: "Coming visits" }).getByText("Will come")).toBeVisible();
  await expect.poll(texts).toContainEqual(expect.stringContaining("is expecting you"));

  await write(phone, inbox, "STOP");
  await expect(page.getByText("No texts: replied STOP")).toBeVisible();
  await expect(page.getByLabel("Your answer")).toHaveCount(0);
});

/** The inbox may still be on its way to show what was sent last. */
const open = (phone: Page, inbox: string) => expect(async () => void (await phone.goto(inbox))).toPass();

/** Answers the latest text in the patient's inbox. */
async function write(phone: Page, inbox: string, text: string): Promise<void> {
  await open(phone, inbox);
  const reply = phone.locator("form", { has: phone.getByLabel(/^Reply as/) }).first();
  await reply.getByLabel(/^Reply as/).fill(text);
  await reply.getByRole("button", { name: "Send reply" }).click();
  await phone.waitForURL(/#SM/);
}
