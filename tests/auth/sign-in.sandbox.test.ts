import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startTestStack, type TestStack } from "@tests/support/test-stack";
import { Browser, serveSignIn } from "./sign-in-over-http";

const account = (email: string, claims?: { email?: string; emailVerified?: boolean }) => ({ email, name: "Anna Example", timeZone: "Europe/Berlin", ...(claims && { claims }) });
const ANNA = "anna@example.com";
const ACCOUNTS = [
  account(ANNA), account("ben@example.com"),
  account("forger@evil.example", { email: ANNA, emailVerified: false }),
  account("heir@example.org", { email: ANNA }),
  account("loud@example.com", { email: "Loud@Example.COM" }),
  account("stranger@example.com", { emailVerified: false }),
];

let stack: TestStack;
let site: Awaited<ReturnType<typeof serveSignIn>>;
beforeAll(async () => {
  stack = await startTestStack({ accounts: ACCOUNTS });
  site = await serveSignIn(stack.container);
  vi.stubEnv("NEXTAUTH_URL", stack.container.env.PUBLIC_ORIGIN);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await site.close();
  await stack.destroy();
});
beforeEach(() => stack.database.db.user.deleteMany());

const HOME = "http://localhost:3999/my/bookings";
const users = () => stack.database.db.user.findMany({ orderBy: { createdAt: "asc" }, select: { id: true, email: true, emailVerified: true, _count: { select: { accounts: true, sessions: true } } } });
const enter = (data: { email: string; isAdministrator?: boolean }) => stack.database.db.user.create({ data });

test("a first sign-in makes a user whose address is verified; a second one is the same user", async () => {
  expect(await new Browser(site.origin).signIn(ANNA)).toEqual({ leadsTo: HOME, as: ANNA });
  expect(await new Browser(site.origin).signIn(ANNA)).toEqual({ leadsTo: HOME, as: ANNA });
  expect(await users()).toMatchObject([{ email: ANNA, emailVerified: expect.any(Date), _count: { accounts: 1, sessions: 2 } }]);
});

test("an address that nobody verified takes nobody over, and makes nobody", async () => {
  const entered = await enter({ email: ANNA, isAdministrator: true });
  for (const forger of ["forger@evil.example", "stranger@example.com"]) {
    const browser = new Browser(site.origin);
    const { leadsTo, as } = await browser.signIn(forger);
    expect(leadsTo).toMatch(/\?error=AccessDenied$/);
    expect(as).toBeNull();
  }
  expect(await users()).toMatchObject([{ id: entered.id, emailVerified: null, _count: { accounts: 0, sessions: 0 } }]);
});

test("who was entered by the clinic, with no identity yet, is who proves the address first", async () => {
  const entered = await enter({ email: ANNA });
  expect(await new Browser(site.origin).signIn(ANNA)).toMatchObject({ as: ANNA });
  expect(await users()).toMatchObject([{ id: entered.id, _count: { accounts: 1, sessions: 1 } }]);
});

test("an address that was given to somebody else opens nothing: a second identity is refused in words", async () => {
  await new Browser(site.origin).signIn(ANNA);
  const { leadsTo, as } = await new Browser(site.origin).signIn("heir@example.org");
  expect(leadsTo).toBe("http://localhost:3999/sign-in?error=OAuthAccountNotLinked");
  expect(as).toBeNull();
  expect(await users()).toMatchObject([{ email: ANNA, _count: { accounts: 1, sessions: 1 } }]);
  // The first one is not locked out by it.
  expect(await new Browser(site.origin).signIn(ANNA)).toMatchObject({ as: ANNA });
});

test("capitals make no other person of an address", async () => {
  const entered = await enter({ email: "loud@example.com" });
  expect(await new Browser(site.origin).signIn("loud@example.com")).toMatchObject({ as: "loud@example.com" });
  expect(await users()).toMatchObject([{ id: entered.id, emailVerified: expect.any(Date) }]);
});

test("on a shared computer who signs in next is nobody but themselves, and the earlier session is over", async () => {
  const computer = new Browser(site.origin);
  expect(await computer.signIn(ANNA)).toMatchObject({ as: ANNA });
  expect(await computer.signIn("ben@example.com")).toMatchObject({ as: "ben@example.com" });
  expect(await computer.signIn(ANNA)).toMatchObject({ as: ANNA });
  expect((await users()).map(({ email, _count }) => [email, _count.accounts, _count.sessions])).toEqual([[ANNA, 1, 1], ["ben@example.com", 1, 0]]);
});
