"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "@/features/api/trpc-client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ServiceAccountForm, type ServiceAccountFormProps } from "./service-account-form";

type ServiceAccountButtonProps = Pick<ServiceAccountFormProps, "address" | "way" | "organizationId">;

/** The way in without Google's consent page, where this installation has a service account; with an address, the way back in. */
export function ServiceAccountButton(props: ServiceAccountButtonProps) {
  const trpc = useTRPC();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery(trpc.calendarSync.serviceAccount.queryOptions());
  if (data?.email == null) return null;
  const isAgain = props.address !== undefined;
  return (
    <div className={isAgain ? undefined : "mt-4"}>
      <Button variant={isAgain ? "primary" : "quiet"} size={isAgain ? "sm" : "md"} onClick={() => setIsOpen(true)}>
        {!isAgain && <KeyRound aria-hidden="true" />}
        {isAgain ? "Check again" : "Connect by sharing"}
      </Button>
      <Dialog open={isOpen} onOpenChange={setIsOpen} title="Connect without Google’s consent page" detail="For clinics on Google Workspace. Nobody has to sign in at Google.">
        <ServiceAccountForm {...props} email={data.email} onConnected={() => setIsOpen(false)} />
      </Dialog>
    </div>
  );
}
