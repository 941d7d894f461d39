import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { SandboxInspector } from "./sandbox-inspector";

/** Finds no accessibility problem (WCAG 2.2 AA) on the page as it stands; with `rules`, none of those by axe's names. */
export type ExpectAccessible = (page: Page, rules?: readonly string[]) => Promise<void>;

interface Fixtures {
  readonly sandbox: SandboxInspector;
  /** Fails the test on any stray error in a page's console. */
  readonly quietConsole: void;
  readonly expectAccessible: ExpectAccessible;
}

export const test = base.extend<Fixtures>({
  // Named `provide`, because linters take a bare `use` for React's.
  sandbox: async ({}, provide) => {
    await provide(new SandboxInspector(process.env.E2E_SANDBOX_ORIGIN ?? "http://localhost:4000"));
  },
  quietConsole: [
    async ({ context }, provide, testInfo) => {
      const errors: string[] = [];
      context.on("console", (message) => {
        // A refused request is an answer, not a fault of the page; the journeys assert what is shown instead. The second is the recorder
        // of traces, turned away by a frame in which no script may run.
        if (message.type() === "error" && !/Failed to load resource|^Blocked script execution in 'about:srcdoc'/.test(message.text())) errors.push(message.text());
      });
      context.on("weberror", (error) => errors.push(error.error().message));
      await provide();
      expect(errors, `console of "${testInfo.title}"`).toEqual([]);
    },
    { auto: true },
  ],
  expectAccessible: async ({}, provide) => {
    await provide(async (page, rules) => {
      // Where no script may run, the checker cannot either.
      const axe = new AxeBuilder({ page }).exclude("iframe[sandbox]");
      const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`), page.url()).toEqual([]);
    });
  },
});

export { expect };
