import nextCoreWebVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";

const config = [
  { ignores: [".next*/**", ".data/**", "node_modules/**", "src/generated/**", "next-env.d.ts", "test-results/**", "playwright-report/**"] },
  ...nextCoreWebVitals,
  ...nextTypescript,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": ["error", { prefer: "type-imports" }],
      "no-console": "error",
      eqeqeq: ["error", "smart"],
    },
  },
  { files: ["scripts/**", "sandbox/main.ts", "bench/**", "prisma/**"], rules: { "no-console": "off" } },
  // The sandbox renders plain HTML on the server with hono/jsx; rules for Next.js pages and React lists do not apply.
  { files: ["sandbox/**"], rules: { "@next/next/no-head-element": "off", "@next/next/no-html-link-for-pages": "off", "react/jsx-key": "off" } },
];

export default config;
