import type { Page } from "@playwright/test";
import { expect } from "./fixtures";
import type { SandboxInspector } from "./sandbox-inspector";

export interface Guest {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** A guest nobody else uses. */
export function newGuest(): Guest {
  const key = Math.floor(Math.random() * 1_000_000);
  return { name: `Nora Test ${key}`, email: `nora.${key}@mail.example`, phone: `+4915155${String(key).padStart(6, "0")}` };
}

export interface Wish {
  readonly provider: string;
  readonly service: string;
}

/**
 * Books the first free time from three days ahead on (nearer ones can be past the cancellation window), on all three
 * channels. Ends on the confirmation.
 */
export async function bookAsGuest(page: Page, wish: Wish, guest: Guest): Promise<{ manageHref: string }> {
  await chooseFirstTime(page, wish);
  await fillDetails(page, guest);
  return confirmDetails(page);
}

/** As far as the details: the first free time from three days ahead on is held. */
export async function chooseFirstTime(page: Page, wish: Wish): Promise<void> {
  await page.goto(`/p/${wish.provider}?service=${wish.service}&day=${await bookableDay(page, wish)}`);
  await expect(page.getByRole("heading", { name: "When suits you?" })).toBeVisible();
  await page.getByRole("button", { name: /^\d\d:\d\d$/ }).first().click();
  await expect(page.getByRole("heading", { name: "Who is coming?" })).toBeVisible();
}

export async function fillDetails(page: Page, guest: Guest): Promise<void> {
  await page.getByLabel("Your name").fill(guest.name);
  await page.getByLabel("E-mail", { exact: true }).first().fill(guest.email);
  await page.getByLabel(/^Phone/).fill(guest.phone);
  for (const channel of ["SMS", "WhatsApp"]) await page.getByRole("checkbox", { name: channel }).check();
  await page.getByLabel(/Reason for the visit/).fill("A secret about my health");
}

/** Ends on the confirmation. */
export async function confirmDetails(page: Page): Promise<{ manageHref: string }> {
  await page.getByRole("button", { name: /^(Confirm|Ask for this time)/ }).filter({ visible: true }).click();
  const manage = page.getByRole("link", { name: /move or cancel|open the appointment/i });
  await expect(manage).toBeVisible();
  return { manageHref: (await manage.getAttribute("href")) ?? "" };
}

/** Types the code that was texted to the guest, where the page asks for it. */
export async function typeTextedCode(page: Page, sandbox: SandboxInspector, { phone }: Guest): Promise<void> {
  const code = async () => (await sandbox.messagesTo(phone)).flatMap(({ text }) => /^(\d{6}) /.exec(text ?? "")?.[1] ?? [])[0];
  await expect.poll(code).toBeDefined();
  await page.getByLabel("Code from the text").fill((await code()) ?? "");
  await page.getByRole("button", { name: "Confirm number" }).click();
  await expect(page.getByText("Your number is confirmed")).toBeVisible();
}

async function bookableDay(page: Page, { provider, service }: Wish): Promise<string> {
  const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const answer = await page.request.get(`/api/v1/availability?provider=${provider}&service=${service}&from=${dayIn(3)}&to=${dayIn(30)}&timeZone=Europe/London`);
  const { slots } = (await answer.json()) as { slots: { localStart: string }[] };
  const day = slots[0]?.localStart.slice(0, 10);
  if (day === undefined) throw new Error(`${provider} offers no time for ${service}`);
  return day;
}
