"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ContactFields, OwnProviderView, ProfileFields as Profile } from "@/application/providers/own-provider-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { useDesk } from "@/features/bookings-desk/desk-context";
import { NoProviderYet } from "@/features/bookings-desk/no-provider-yet";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { buttonClasses } from "@/ui/button-classes";
import { Card, CardBody, CardHeader } from "@/ui/card";
import { Checkbox } from "@/ui/checkbox";
import { CopyButton } from "@/ui/copy-button";
import { ErrorSummary } from "@/ui/error-summary";
import { Field } from "@/ui/field";
import { Form } from "@/ui/form";
import { Input } from "@/ui/input";
import { PageHeader } from "@/ui/page-header";
import { Skeleton } from "@/ui/skeleton";
import { showToast } from "@/ui/toast";
import { NoticeChoices } from "./notice-choices";
import { ProfileFields, profileFieldId } from "./profile-fields";
import { byField, findProfileProblems, PROFILE_LABELS } from "./profile-problems";

/** What patients see of a provider, and how the provider hears of bookings. */
export function ProfilePage({ zones }: { zones: readonly string[] }) {
  const { owner } = useDesk();
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery({ ...trpc.providerProfile.get.queryOptions({ providerId: owner?.id ?? "" }), enabled: owner !== null });
  if (owner === null) return <NoProviderYet />;
  return (
    <>
      <PageHeader
        title="Profile"
        detail={data ? <PublicAddress url={data.publicUrl} /> : undefined}
        actions={
          data && (
            <>
              <CopyButton text={data.publicUrl} label="Copy the address" size="md" />
              <a href={data.publicUrl} target="_blank" rel="noreferrer" className={buttonClasses()}>
                <ExternalLink aria-hidden="true" />
                See it as a patient
              </a>
            </>
          )
        }
      />
      {error && data === undefined && (
        <Alert tone="danger" announce="polite" title="The profile could not be read" action={<Button size="sm" onClick={() => void refetch()}>Try again</Button>}>
          {refusalOf(error).message}
        </Alert>
      )}
      {data === undefined && !error && <Skeleton className="h-[36rem]" />}
      {data && <ProfileForm key={data.id} provider={data} zones={zones} />}
    </>
  );
}

function PublicAddress({ url }: { url: string }) {
  return (
    <>
      Your page is <span className="font-medium break-all text-ink">{url.replace(/^https?:\/\//, "")}</span>
    </>
  );
}

function ProfileForm({ provider, zones }: { provider: OwnProviderView; zones: readonly string[] }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [profile, setProfile] = useState<Profile>(provider.profile);
  const [contact, setContact] = useState<ContactFields>(provider.contact);
  const [attempt, setAttempt] = useState(0);
  const save = useMutation(
    trpc.providerProfile.update.mutationOptions({
      onSuccess: async () => {
        setAttempt(0);
        showToast({ title: "Profile saved", detail: "Your public page shows it now." });
        await queryClient.invalidateQueries({ queryKey: trpc.providerProfile.pathKey() });
        router.refresh();
      },
    }),
  );
  const refusal = save.error ? refusalOf(save.error) : null;
  const problems = attempt > 0 ? { ...byField(refusal?.fields ?? []), ...findProfileProblems(profile) } : {};
  const contactError = (field: keyof ContactFields) => refusal?.fields.find((problem) => problem.field === `contact.${field}`)?.message;
  const summary = [
    ...(Object.keys(PROFILE_LABELS) as (keyof Profile)[]).flatMap((key) => (problems[key] === undefined ? [] : [{ fieldId: profileFieldId(key), message: `${PROFILE_LABELS[key]}: ${problems[key]}` }])),
    ...(["email", "phone"] as const).flatMap((key) => (contactError(key) === undefined ? [] : [{ fieldId: `contact-${key}`, message: `${key === "email" ? "E-mail" : "Telephone"}: ${contactError(key)}` }])),
  ];
  const movesZone = profile.timeZone !== provider.profile.timeZone;
  return (
    <Form
      className="grid max-w-3xl gap-6"
      onSubmit={() => {
        setAttempt((count) => count + 1);
        if (Object.keys(findProfileProblems(profile)).length === 0) save.mutate({ providerId: provider.id, profile, contact });
      }}
    >
      <ErrorSummary problems={summary} attempt={attempt} />
      {refusal && refusal.fields.length === 0 && (
        <Alert tone="danger" announce="assertive" title="Nothing was saved">
          {refusal.message}
        </Alert>
      )}
      {!provider.canEdit && <Alert tone="neutral">You can see this profile; a manager or the provider changes it.</Alert>}
      <Card aria-labelledby="public-title">
        <CardHeader headingId="public-title" title="What patients see" />
        <CardBody>
          <ProfileFields profile={profile} problems={problems} zones={zones} disabled={!provider.canEdit} onChange={setProfile} />
          {movesZone && (
            <Alert tone="pending" className="mt-4" title="Your hours move to the new zone">
              09:00 stays 09:00 on the wall, there. Bookings you already have stay at their moment in time.
            </Alert>
          )}
        </CardBody>
      </Card>
      <Card aria-labelledby="notify-title">
        <CardHeader headingId="notify-title" title="How you hear from us" detail="Bookings as they come and change, and your day at a glance. Patients never see these." />
        <CardBody className="grid gap-4">
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <Field id="contact-email" label="E-mail" hint="Not shown to patients." error={contactError("email")}>
              {(control) => <Input {...control} type="email" disabled={!provider.canEdit} value={contact.email} onChange={(event) => setContact({ ...contact, email: event.target.value })} />}
            </Field>
            <Field id="contact-phone" label="Mobile telephone" hint="With the country, such as +49 170 1234567." optional={!contact.notifyBySms && !contact.notifyByCard} error={contactError("phone")}>
              {(control) => <Input {...control} type="tel" disabled={!provider.canEdit} value={contact.phone} onChange={(event) => setContact({ ...contact, phone: event.target.value })} />}
            </Field>
          </div>
          <Checkbox label="Tell me of bookings by e-mail" disabled={!provider.canEdit} checked={contact.notifyByEmail} onChange={(event) => setContact({ ...contact, notifyByEmail: event.target.checked })} />
          <Checkbox label="Tell me of bookings by SMS" disabled={!provider.canEdit} checked={contact.notifyBySms} onChange={(event) => setContact({ ...contact, notifyBySms: event.target.checked })} />
          <Checkbox label="Send me the contact card of each new patient by WhatsApp" disabled={!provider.canEdit} checked={contact.notifyByCard ?? false} onChange={(event) => setContact({ ...contact, notifyByCard: event.target.checked })} />
          <NoticeChoices contact={contact} disabled={!provider.canEdit} onChange={setContact} />
          {!contact.notifyByEmail && !contact.notifyBySms && <Alert tone="pending">You will only see bookings here and in a connected calendar.</Alert>}
        </CardBody>
      </Card>
      {provider.canEdit && (
        <div>
          <Button type="submit" variant="primary" loading={save.isPending && "Saving…"}>
            Save the profile
          </Button>
        </div>
      )}
    </Form>
  );
}
