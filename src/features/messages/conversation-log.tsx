"use client";

import { useEffect, useRef } from "react";
import type { ConversationEntry } from "@/application/messages/conversation-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { cn } from "@/ui/class-names";
import { MESSAGE_STATE } from "./message-state-words";

/** What was said, oldest first; new texts are read out and scrolled to. */
export function ConversationLog({ entries }: { entries: readonly ConversationEntry[] }) {
  const log = useRef<HTMLDivElement>(null);
  const latest = entries.at(-1)?.id;
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [latest]);
  return (
    <div ref={log} role="log" aria-label="What was said" tabIndex={0} className="min-h-0 grow overflow-y-auto px-4 py-3">
      {entries.length === 0 && <p className="text-muted">Nothing was written yet.</p>}
      <ol className="grid gap-2">
        {entries.map((entry, index) => (
          <Entry key={entry.id} entry={entry} isNewDay={entries[index - 1]?.localAt.slice(0, 10) !== entry.localAt.slice(0, 10)} />
        ))}
      </ol>
    </div>
  );
}

function Entry({ entry, isNewDay }: { entry: ConversationEntry; isNewDay: boolean }) {
  const { date, time } = formatLocal(entry.localAt);
  const isOurs = entry.from !== "patient";
  return (
    <li className={cn("grid", isOurs ? "justify-items-end" : "justify-items-start")}>
      {isNewDay && <p className="mt-2 mb-1 w-full text-center text-xs text-muted">{date}</p>}
      <div className={cn("max-w-[85%] rounded-xl px-3 py-2", entry.from === "clinic" ? "bg-primary-soft" : isOurs ? "border border-line" : "bg-sunken")}>
        <p className="sr-only">{entry.title}</p>
        {entry.text === null ? <p className="text-muted">{entry.title}</p> : <p className="break-words whitespace-pre-wrap">{entry.text}</p>}
      </div>
      <p className="mt-0.5 px-1 text-xs text-muted">
        <time dateTime={entry.at} className="tabular-nums">
          {time}
        </time>
        {entry.from === "automatic" && " · automatic"}
        {entry.author && ` · ${entry.author}`}
        {entry.state && <span className={entry.state === "FAILED" ? "text-danger-ink" : undefined}> · {MESSAGE_STATE[entry.state].label}</span>}
      </p>
      {entry.failure && entry.state !== "SENT" && <p className={cn("max-w-[85%] px-1 text-xs", entry.state === "FAILED" ? "text-danger-ink" : "text-muted")}>{entry.failure}</p>}
    </li>
  );
}
