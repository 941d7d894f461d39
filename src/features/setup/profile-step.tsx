"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ProfileFields as Profile } from "@/application/providers/own-provider-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { ProfileFields, profileFieldId } from "@/features/profile/profile-fields";
import { byField, findProfileProblems, PROFILE_LABELS } from "@/features/profile/profile-problems";
import { deviceZone } from "@/features/site/device-zone";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { Form } from "@/ui/form";
import type { StepProps } from "./setup-steps";
import { StepFrame } from "./step-frame";

/** Who the provider is. The zone is the device's until another is chosen; this renders in the browser only. */
export function ProfileStep({ setup, heading, onDone, zones }: StepProps & { zones: readonly string[] }) {
  const trpc = useTRPC();
  const { provider } = setup;
  const [profile, setProfile] = useState<Profile>(provider?.profile ?? { name: setup.suggestedName, title: "", bio: "", specialities: [], languages: ["en"], timeZone: deviceZone(), portraitSeed: setup.suggestedName || "new" });
  const [attempt, setAttempt] = useState(0);
  const done = { onSuccess: () => onDone("services") };
  const create = useMutation(trpc.providerProfile.create.mutationOptions(done));
  const update = useMutation(trpc.providerProfile.update.mutationOptions(done));
  const work = provider === null ? create : update;
  const refusal = work.error ? refusalOf(work.error) : null;
  const problems = attempt > 0 ? { ...byField(refusal?.fields ?? []), ...findProfileProblems(profile) } : {};
  const summary = (Object.keys(PROFILE_LABELS) as (keyof Profile)[]).flatMap((key) => (problems[key] === undefined ? [] : [{ fieldId: profileFieldId(key), message: `${PROFILE_LABELS[key]}: ${problems[key]}` }]));
  const submit = () => {
    setAttempt((count) => count + 1);
    if (Object.keys(findProfileProblems(profile)).length > 0) return;
    if (provider === null) create.mutate(profile);
    else update.mutate({ providerId: provider.id, profile, contact: provider.contact });
  };
  return (
    <Form onSubmit={submit}>
      <StepFrame
        heading={heading}
        title="Tell patients who you are"
        detail="This is the top of your public page. Everything can be changed later."
        actions={
          <Button type="submit" variant="primary" size="lg" loading={work.isPending && "Saving…"}>
            Go on to services
          </Button>
        }
      >
        <div className="grid gap-5">
          <ErrorSummary problems={summary} attempt={attempt} />
          {refusal && refusal.fields.length === 0 && <Alert tone="danger" announce="assertive" title="Nothing was saved">{refusal.message}</Alert>}
          <ProfileFields profile={profile} problems={problems} zones={zones} onChange={setProfile} />
        </div>
      </StepFrame>
    </Form>
  );
}
