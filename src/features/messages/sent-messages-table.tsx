import { RotateCw, Send } from "lucide-react";
import Link from "next/link";
import type { MessageView } from "@/application/messages/message-log-schemas";
import { Button } from "@/ui/button";
import { DataTable, HeaderCell, TableBody, TableCell, TableHead, TableRow } from "@/ui/data-table";
import { StatusChip } from "@/ui/status-chip";
import { MESSAGE_STATE } from "./message-state-words";
import { MessageStepsLine } from "./message-steps-line";
import { useResend } from "./use-resend";

const CHANNELS = { EMAIL: "E-mail", SMS: "SMS", WHATSAPP: "WhatsApp" } as const;

/** Messages in rows, with what became of each and the button that tries again. */
export function SentMessagesTable({ messages }: { messages: readonly MessageView[] }) {
  return (
    <DataTable caption="Sent messages">
      <TableHead>
        <HeaderCell>Message</HeaderCell>
        <HeaderCell>To</HeaderCell>
        <HeaderCell>State</HeaderCell>
        <HeaderCell>
          <span className="sr-only">Send again</span>
        </HeaderCell>
      </TableHead>
      <TableBody>
        {messages.map((message) => (
          <TableRow key={message.id}>
            <TableCell label="Message">
              <span className="font-medium">{message.title}</span>
              <span className="block text-sm text-muted">
                {CHANNELS[message.channel]}
                {message.insteadOf && `, in place of ${CHANNELS[message.insteadOf]}`}
                {message.reference && (
                  <>
                    {" · "}
                    <Link href={`/provider/bookings?open=${message.reference}`} className="text-link">
                      {message.reference}
                    </Link>
                  </>
                )}
              </span>
            </TableCell>
            <TableCell label="To">
              {message.to}
              {message.to !== message.addressText && <span className="block text-sm break-all text-muted">{message.addressText}</span>}
            </TableCell>
            <TableCell label="State">
              <StatusChip tone={MESSAGE_STATE[message.state].tone}>{MESSAGE_STATE[message.state].label}</StatusChip>
              <MessageStepsLine steps={message.steps} className="max-sm:justify-end" />
              {message.origin && <span className="block max-w-prose text-sm break-words text-muted">{message.origin}</span>}
              {message.failure && <span className="block max-w-prose text-sm">{message.failure}</span>}
            </TableCell>
            <TableCell className="sm:text-right">
              <SendAgain message={message} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </DataTable>
  );
}

function SendAgain({ message }: { message: MessageView }) {
  const { resend, isWorking } = useResend(message.id);
  if (message.again === null) return null;
  const isRetry = message.again === "retry";
  return (
    <Button size="sm" className="whitespace-nowrap" loading={isWorking && (isRetry ? "Trying…" : "Sending…")} onClick={resend}>
      {isRetry ? <RotateCw aria-hidden="true" /> : <Send aria-hidden="true" />}
      {isRetry ? "Try now" : "Send again"}
      <span className="sr-only">
        , {message.title} to {message.to}
      </span>
    </Button>
  );
}
