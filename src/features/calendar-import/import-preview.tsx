"use client";

import { Pencil } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { ImportView } from "@/application/calendar-import/import-schemas";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { EntryList } from "./entry-list";
import { visitsInWords } from "./import-words";

type ImportPreviewProps = { run: ImportView; isBeginning: boolean; onTakeOver: () => void; /** The form, for other rules. */ children: ReactNode };

/** What would become a booking, what would not and why; and the button that does it. */
export function ImportPreview({ run: { imported, entries, leftOut, calendarName }, isBeginning, onTakeOver, children }: ImportPreviewProps) {
  const [isChanging, setIsChanging] = useState(imported === 0);
  const made = entries.filter((entry) => entry.leftOut === null);
  return (
    <>
      <Alert tone={imported === 0 ? "pending" : "info"} announce="polite" title={imported === 0 ? `Nothing in ${calendarName} would become a booking` : `${visitsInWords(imported)} in ${calendarName} would become ${imported === 1 ? "a booking" : "bookings"}`}>
        {[...leftOut.map(({ sentence }) => sentence), "Nothing has been written yet."].join(" ")}
      </Alert>
      <EntryList title="Would become bookings" entries={made} total={imported} />
      <EntryList title="Left out" entries={entries.filter((entry) => entry.leftOut !== null)} />
      {!isChanging && (
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" loading={isBeginning && "Beginning…"} onClick={onTakeOver}>
            Take {visitsInWords(imported)} over
          </Button>
          <Button variant="quiet" onClick={() => setIsChanging(true)}>
            <Pencil aria-hidden="true" />
            Change the rules
          </Button>
        </div>
      )}
      {isChanging && children}
    </>
  );
}
