"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { CalendarPlus, Download, Plus, Search } from "lucide-react";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useDeferredValue, useState } from "react";
import type { StaffBookingPage, StaffBookingView } from "@/application/booking/booking-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC, useTRPCClient } from "@/features/api/trpc-client";
import { WaitingRequests } from "@/features/calendar-outage/waiting-requests";
import { OpenEdits } from "@/features/calendar-edits/open-edits";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { ChipToggle } from "@/ui/chip-toggle";
import { EmptyState } from "@/ui/empty-state";
import { Input } from "@/ui/input";
import { PageHeader } from "@/ui/page-header";
import { Skeleton } from "@/ui/skeleton";
import { BookingPanel } from "./booking-panel";
import { bookingsCsv } from "./bookings-csv";
import { BOOKING_LISTS, bookingsQuery, isOnDay, type BookingList } from "./bookings-filter";
import { BookingsTable } from "./bookings-table";
import { useDesk } from "./desk-context";
import { NewBookingDialog } from "./new-booking-dialog";
import { NoProviderYet } from "./no-provider-yet";
import { saveFile } from "./save-file";

const LISTS = BOOKING_LISTS.map(({ value }) => value);
const EXPORT_LIMIT = 2_000;
const startOfList: string | null = null;

/** Every booking of a provider, by what it needs. The address holds the filters, so that back and sharing work. */
export function BookingsPage() {
  const { owner } = useDesk();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [filter, setFilter] = useQueryStates({ list: parseAsStringLiteral(LISTS).withDefault("coming"), day: parseAsString.withDefault(""), find: parseAsString.withDefault(""), open: parseAsString });
  const [now] = useState(() => new Date().toISOString());
  const [isBooking, setIsBooking] = useState(false);
  const [isExporting, setIsExporting] = useState(false);
  const find = useDeferredValue(filter.find);
  const question = { providerId: owner?.id ?? "", ...bookingsQuery(filter.list, filter.day, find, now) };
  const pages = useInfiniteQuery({
    // tRPC's own infinite options add a field which the strict input refuses.
    queryKey: [...trpc.bookings.list.pathKey(), "pages", question],
    queryFn: ({ pageParam }) => client.bookings.list.query({ ...question, ...(pageParam !== null && { cursor: pageParam }) }),
    initialPageParam: startOfList,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: owner !== null,
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
  if (owner === null) return <NoProviderYet />;
  const bookings = pages.data?.pages.flatMap((page) => page.items).filter((booking) => isOnDay(booking, filter.day)) ?? [];
  const isFiltered = filter.find !== "" || filter.day !== "";

  async function exportAll() {
    setIsExporting(true);
    const all: StaffBookingView[] = [];
    let cursor = startOfList;
    do {
      const page: StaffBookingPage = await client.bookings.list.query({ ...question, limit: 100, ...(cursor !== null && { cursor }) });
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null && all.length < EXPORT_LIMIT);
    saveFile(`bookings-${filter.list}-${now.slice(0, 10)}.csv`, "text/csv", bookingsCsv(all.filter((booking) => isOnDay(booking, filter.day))));
    setIsExporting(false);
  }

  return (
    <>
      <PageHeader
        title="Bookings"
        actions={
          <>
            <Button loading={isExporting && "Preparing…"} onClick={() => void exportAll()}>
              <Download aria-hidden="true" />
              Download list
            </Button>
            <Button variant="primary" onClick={() => setIsBooking(true)}>
              <Plus aria-hidden="true" />
              New booking
            </Button>
          </>
        }
      />
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        <div role="group" aria-label="Show" className="-m-1 flex max-w-full gap-2 overflow-x-auto p-1 [&>*]:shrink-0">
          {BOOKING_LISTS.map(({ value, label }) => (
            <ChipToggle key={value} pressed={filter.list === value} onClick={() => void setFilter({ list: value })}>
              {label}
            </ChipToggle>
          ))}
        </div>
        <div className="flex min-w-0 grow flex-wrap items-center gap-2 sm:justify-end">
          <label className="relative min-w-0 grow sm:max-w-64">
            <span className="sr-only">Find by name, e-mail, telephone or reference</span>
            <Search aria-hidden="true" className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted" />
            <Input type="search" placeholder="Name, e-mail, reference" value={filter.find} onChange={(event) => void setFilter({ find: event.target.value || null })} className="pl-9" />
          </label>
          <label className="shrink-0">
            <span className="sr-only">Day</span>
            <Input type="date" value={filter.day} onChange={(event) => void setFilter({ day: event.target.value || null })} />
          </label>
        </div>
      </div>
      <OpenEdits providerId={owner.id} onOpen={(reference) => void setFilter({ open: reference })} />
      <WaitingRequests providerId={owner.id} onOpen={(reference) => void setFilter({ open: reference })} />
      {pages.error && !pages.data && (
        <Alert tone="danger" announce="polite" title="The bookings could not be read" action={<Button size="sm" onClick={() => void pages.refetch()}>Try again</Button>}>
          {refusalOf(pages.error).message}
        </Alert>
      )}
      {pages.isPending && <ListSkeleton />}
      {pages.data && bookings.length === 0 && <NothingHere list={filter.list} isFiltered={isFiltered} onClear={() => void setFilter({ find: null, day: null })} onBook={() => setIsBooking(true)} />}
      {bookings.length > 0 && <BookingsTable bookings={bookings} onOpen={(reference) => void setFilter({ open: reference })} />}
      {pages.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button loading={pages.isFetchingNextPage && "Reading more…"} onClick={() => void pages.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
      <BookingPanel reference={filter.open} onClose={() => void setFilter({ open: null })} />
      {isBooking && (
        <NewBookingDialog
          today={owner.today}
          onClose={() => setIsBooking(false)}
          onBooked={(reference) => {
            setIsBooking(false);
            void setFilter({ open: reference });
          }}
        />
      )}
    </>
  );
}

function ListSkeleton() {
  return (
    <div role="status" className="grid gap-2">
      <span className="sr-only">Reading the bookings</span>
      {[0, 1, 2, 3, 4].map((line) => (
        <Skeleton key={line} className="h-16" />
      ))}
    </div>
  );
}

const EMPTY: Readonly<Record<BookingList, { title: string; words: string }>> = {
  coming: { title: "No visits coming up", words: "Bookings appear here the moment a patient makes one on your public page, or when you book for a caller." },
  approval: { title: "Nothing waits for you", words: "Services that need your approval put their requests here. You can switch that on for each service." },
  past: { title: "No past visits yet", words: "Visits move here once their time has passed, whether they took place or not." },
  cancelled: { title: "Nothing was cancelled", words: "Cancelled and declined bookings are kept here." },
};

function NothingHere({ list, isFiltered, onClear, onBook }: { list: BookingList; isFiltered: boolean; onClear: () => void; onBook: () => void }) {
  if (isFiltered) {
    return (
      <EmptyState icon={<Search />} title="Nothing matches" action={<Button onClick={onClear}>Clear the search</Button>}>
        Try part of a name, a telephone number, or another day.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<CalendarPlus />} title={EMPTY[list].title} action={list === "coming" && <Button onClick={onBook}>Book for a caller</Button>}>
      {EMPTY[list].words}
    </EmptyState>
  );
}
