import type { IConfiguration, IForbiddenRuleType } from "dependency-cruiser";

// The import table of docs/architecture.md. Each rule names what a folder may not reach.

const only = (name: string, from: string, allowed: string[]): IForbiddenRuleType => ({ name, severity: "error", from: { path: from, pathNot: "\\.(db\\.|sandbox\\.)?test\\.tsx?$" }, to: { path: "^(src|sandbox|tests|scripts|bench|prisma)/", pathNot: allowed } });
const sdk = (name: string, packages: string, home: string): IForbiddenRuleType => ({ name, severity: "error", from: { path: "^src/", pathNot: [home, "\\.(db\\.|sandbox\\.)?test\\.tsx?$"] }, to: { path: `^node_modules/(${packages})/` } });

export const importRules: IConfiguration = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: { pathNot: "^src/generated/" }, to: { circular: true, pathNot: "^src/generated/" } },
    { name: "no-unresolvable", severity: "error", from: { pathNot: "^src/generated/" }, to: { couldNotResolve: true } },

    only("domain-is-pure", "^src/domain/", ["^src/domain/"]),
    { name: "domain-libraries", severity: "error", from: { path: "^src/domain/", pathNot: "\\.test\\.tsx?$" }, to: { dependencyTypes: ["npm", "npm-dev", "core"], pathNot: "^node_modules/(moment-timezone|ical-generator)/" } },
    only("application-decides", "^src/application/", ["^src/(application|domain|platform|generated)/"]),
    only("integrations-translate", "^src/integrations/([^/]+)/", ["^src/integrations/$1/", "^src/application/shared/(ports|errors)\\.ts$", "^src/(domain|platform)/"]),
    only("jobs-react", "^src/jobs/", ["^src/(jobs|application|domain|platform|generated)/"]),
    only("server-delivers", "^src/server/", ["^src/(server|jobs|integrations|application|domain|platform|generated)/"]),
    only("ui-knows-no-domain", "^src/ui/", ["^src/ui/"]),
    only("app-is-routes", "^src/app/", ["^src/(app|features|ui|server)/", "^src/application/.*-schemas\\.ts$", "^src/application/[^/]+/[a-z-]+\\.ts$", "^src/domain/"]),
    only("platform-knows-no-noun", "^src/platform/", ["^src/(platform|generated)/"]),
    only("sandbox-stands-alone", "^sandbox/", ["^sandbox/"]),
    {
      name: "features-show",
      severity: "error",
      from: { path: "^src/features/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^(src|sandbox|tests|scripts|prisma)/", pathNot: ["^src/(features|ui|domain)/", "^src/application/.*-schemas\\.ts$"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "features-see-only-router-types",
      severity: "error",
      from: { path: "^src/features/" },
      to: { path: "^src/(server|application)/", pathNot: ["^src/server/trpc/root\\.ts$", "^src/application/.*-schemas\\.ts$"], dependencyTypes: ["type-only"] },
    },

    { name: "adapters-are-constructed-once", severity: "error", from: { path: "^src/", pathNot: ["^src/integrations/", "^src/server/create-ports\\.ts$", "^src/server/webhooks/", "\\.(db\\.|sandbox\\.)?test\\.tsx?$"] }, to: { path: "^src/integrations/" } },
    sdk("google-sdk-at-home", "@googleapis|google-auth-library|googleapis-common|nodemailer", "^src/integrations/google/"),
    sdk("twilio-sdk-at-home", "twilio", "^src/integrations/twilio/"),
    sdk("calendar-reader-at-home", "ical\\.js", "^src/integrations/calendar-link/"),
    sdk("sendgrid-sdk-at-home", "@sendgrid", "^src/integrations/sendgrid/"),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^src/generated/.*/(internal|models)/" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"], mainFields: ["module", "main", "types"] },
  },
};
