import { ProfileFields } from "@/application/providers/own-provider-schemas";
import type { ProfileProblems } from "./profile-fields";

const KEYS = ["name", "title", "bio", "specialities", "languages", "timeZone", "portraitSeed"] as const;

/** What a profile lacks, by field, in the server's own words. */
export function findProfileProblems(profile: ProfileFields): ProfileProblems {
  const result = ProfileFields.safeParse(profile);
  if (result.success) return {};
  return byField(result.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })));
}

/** The first problem of each field, from a server's list of paths such as `profile.name`. */
export function byField(problems: readonly { field: string; message: string }[]): ProfileProblems {
  const found: Partial<Record<(typeof KEYS)[number], string>> = {};
  for (const { field, message } of problems) {
    const key = KEYS.find((one) => field.split(".").includes(one));
    if (key !== undefined) found[key] ??= message;
  }
  return found;
}

export const PROFILE_LABELS: Readonly<Record<keyof ProfileFields, string>> = {
  name: "Name",
  title: "Profession",
  bio: "About you",
  specialities: "Specialities",
  languages: "Languages",
  timeZone: "Time zone",
  portraitSeed: "Portrait",
};
