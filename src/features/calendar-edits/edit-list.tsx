"use client";

import { useState } from "react";
import type { CalendarEditView } from "@/application/calendar-edits/calendar-edit-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { Button } from "@/ui/button";

/** So many are shown before the rest is asked for. */
const SHOWN = 6;

type EditListProps = { edits: readonly CalendarEditView[]; onOpen: (reference: string) => void };

/** Visits whose events were changed in Google, each with what was done; a name opens the booking. */
export function EditList({ edits, onOpen }: EditListProps) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? edits : edits.slice(0, SHOWN);
  return (
    <>
      <ul className="grid gap-1">
        {shown.map((edit) => (
          <li key={edit.id}>
            <button type="button" className="text-link inline-block min-h-6 text-left pointer-coarse:min-h-11" onClick={() => onOpen(edit.reference)}>
              {edit.patientName}, {formatLocal(edit.from).dateTime}
            </button>
            : {edit.sentence.charAt(0).toLowerCase() + edit.sentence.slice(1)}
          </li>
        ))}
      </ul>
      {shown.length < edits.length && (
        <Button size="sm" className="mt-2" onClick={() => setShowsAll(true)}>
          Show all {edits.length}
        </Button>
      )}
    </>
  );
}
