import nextCoreWebVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

const config = [
  { ignores: [".next*/**", ".data/**", "node_modules/**", "src/generated/**", "next-env.d.ts", "test-results/**", "playwright-report/**"] },
  ...nextCoreWebVitals,
  ...nextTypescript,
  {
    // A rule that is wrong here is changed here, not silenced where it speaks.
    linterOptions: { noInlineConfig: true },
    rules: {
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": true }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": ["error", { prefer: "type-imports" }],
      "no-console": "error",
      eqeqeq: ["error", "smart"],
    },
  },
  {
    files: ["**/*.{test,spec}.{ts,tsx}", "tests/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: ":matches(MemberExpression[object.name=/^(test|it|describe)$/], MemberExpression[object.property.name='describe'])[property.name=/^(skip|skipIf|only|todo|fixme)$/]", message: "A test runs, or is deleted." },
        { selector: "MemberExpression[property.name='waitForTimeout']", message: "Wait for what is to happen, not for a time." },
      ],
    },
  },
  { files: ["scripts/**", "sandbox/main.ts", "bench/**", "prisma/**"], rules: { "no-console": "off" } },
  // The sandbox renders plain HTML on the server with hono/jsx; rules for Next.js pages and React lists do not apply.
  { files: ["sandbox/**"], rules: { "@next/next/no-head-element": "off", "@next/next/no-html-link-for-pages": "off", "react/jsx-key": "off" } },
];

export default config;
