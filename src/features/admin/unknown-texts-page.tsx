"use client";

import { useQuery } from "@tanstack/react-query";
import { MessageCircleQuestion } from "lucide-react";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { deviceMoment } from "@/features/integrations/device-moment";
import { CHANNEL_NAMES } from "@/features/messages/conversation-name";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { DataTable, HeaderCell, TableBody, TableCell, TableHead, TableRow } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";
import { Skeleton } from "@/ui/skeleton";

/** Texts that belong to no clinic, for whoever runs the installation. */
export function UnknownTextsPage() {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery({ ...trpc.messages.unknown.queryOptions(), refetchInterval: 10_000 });
  return (
    <>
      <PageHeader title="Unknown numbers" detail="Texts from people whom no clinic here has written to. They get no answer; a text to a number a clinic knows goes to that clinic." />
      {error && !data && (
        <Alert tone="danger" announce="polite" title="The texts could not be read" action={<Button size="sm" onClick={() => void refetch()}>Try again</Button>}>
          {refusalOf(error).message}
        </Alert>
      )}
      {!data && !error && <Skeleton className="h-40" />}
      {data?.items.length === 0 && (
        <EmptyState icon={<MessageCircleQuestion />} title="Nothing from unknown numbers">
          When somebody writes whom no clinic knows, it appears here.
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <DataTable caption="Texts from unknown numbers">
          <TableHead>
            <HeaderCell>From</HeaderCell>
            <HeaderCell>Text</HeaderCell>
            <HeaderCell>Received</HeaderCell>
          </TableHead>
          <TableBody>
            {data.items.map(({ id, channel, phone, phoneText, text, receivedAt }) => (
              <TableRow key={id}>
                <TableCell label="From">
                  <a href={`tel:${phone}`} className="text-link whitespace-nowrap tabular-nums">
                    {phoneText}
                  </a>
                  <span className="block text-sm text-muted">{CHANNEL_NAMES[channel]}</span>
                </TableCell>
                <TableCell label="Text" className="break-words whitespace-pre-wrap">
                  {text}
                </TableCell>
                <TableCell label="Received" className="whitespace-nowrap tabular-nums">
                  {deviceMoment(receivedAt)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </DataTable>
      )}
    </>
  );
}
