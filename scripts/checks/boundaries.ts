import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { importRules } from "./import-rules";

/** Fewer modules than this means that the checker saw nothing, not that all is well. */
const FEWEST_MODULES = 150;

const { output } = await cruise(["src", "sandbox"], { ...importRules.options, validate: true, ruleSet: { forbidden: importRules.forbidden ?? [] } }, undefined, { tsConfig: extractTSConfig("tsconfig.json") });
const { summary, modules } = output as ICruiseResult;
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
if (modules.length < FEWEST_MODULES) throw new Error(`only ${modules.length} modules were checked`);
console.log(`${modules.length} modules checked, ${summary.violations.length} forbidden imports`);
process.exitCode = summary.violations.length === 0 ? 0 : 1;
