"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { CalendarConnectionView } from "@/application/calendar/calendar-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { RadioCardGroup } from "@/ui/radio-card-group";
import { showToast } from "@/ui/toast";

const NOWHERE = "nowhere";

type DisconnectDialogProps = {
  connection: CalendarConnectionView;
  /** Calendars of other accounts that could receive the bookings. */
  others: readonly { id: string; name: string; accountEmail: string }[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onChanged: () => Promise<void>;
};

/** Ends the connection of an account; where bookings went to it, the person says where they go from now on. */
export function DisconnectDialog({ connection, others, open, onOpenChange, onChanged }: DisconnectDialogProps) {
  const trpc = useTRPC();
  const [chosen, setChosen] = useState(others[0]?.id ?? NOWHERE);
  const receivesBookings = connection.calendars.some((calendar) => calendar.receivesBookings);
  const asksWhere = others.length > 0 && receivesBookings;
  const disconnect = useMutation(
    trpc.calendarSync.disconnect.mutationOptions({
      onError: (error) => showToast({ tone: "danger", title: "That did not work", detail: refusalOf(error).message }),
      onSuccess: async () => {
        onOpenChange(false);
        showToast({ title: `${connection.accountEmail} is disconnected`, detail: "Its times no longer block bookings." });
        await onChanged();
      },
    }),
  );
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Disconnect ${connection.accountEmail}?`}
      consequence={`Events of this account stop blocking bookings at once. Bookings stay as they are. ${receivesBookings && !asksWhere ? "New ones are no longer written to it. " : ""}We forget the access Google gave us.`}
      confirmLabel="Disconnect"
      tone="danger"
      working={disconnect.isPending && "Disconnecting…"}
      onConfirm={() => disconnect.mutate({ connectionId: connection.id, ...(asksWhere && { moveBookingsTo: chosen === NOWHERE ? null : chosen }) })}
    >
      {asksWhere && (
        <RadioCardGroup
          legend="Bookings go to this account. Where from now on?"
          value={chosen}
          onValueChange={setChosen}
          cards={[
            ...others.map((calendar) => ({ value: calendar.id, title: calendar.name, detail: `${calendar.accountEmail} · coming visits move there` })),
            { value: NOWHERE, title: "Nowhere yet", detail: "Events stay in the old account as they are; changes wait until you choose a calendar." },
          ]}
        />
      )}
    </ConfirmDialog>
  );
}
