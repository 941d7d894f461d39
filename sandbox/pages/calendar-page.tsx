/** @jsxImportSource hono/jsx */
import type { CalendarEvent } from "../google/calendar/calendar-event";
import type { StoredCalendar } from "../google/calendar/stored-calendar";
import { addDays } from "../google/calendar/zoned-time";
import { describeTimes, eventsBetween, isOnDate, todayIn, wallOf } from "./calendar-view";
import { monthGrid } from "./month-grid";
import { Page } from "./page";

interface CalendarPageProps {
  calendar: StoredCalendar;
  calendars: StoredCalendar[];
  month: string;
  version: string;
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** The address of a calendar's page. */
export const calendarHref = (calendar: StoredCalendar, more: Record<string, string> = {}) =>
  `/calendar?${new URLSearchParams({ account: calendar.account, ...(calendar.primary ? {} : { calendar: calendar.id }), ...more })}`;

const titleOf = (event: CalendarEvent) => event.summary || "(No title)";

const EventLink = ({ calendar, event, date }: { calendar: StoredCalendar; event: CalendarEvent; date: string }) => (
  <a class={`event${event.transparency === "transparent" ? " free" : ""}`} href={calendarHref(calendar, { event: event.id })} title={`${describeTimes(calendar, event)} ${titleOf(event)}`}>
    {event.start.dateTime !== undefined && wallOf(event.start, calendar.timeZone).startsWith(date) && <span class="times">{wallOf(event.start, calendar.timeZone).slice(11)} </span>}
    {titleOf(event)}
  </a>
);

const Month = ({ calendar, month }: { calendar: StoredCalendar; month: string }) => {
  const { weeks } = monthGrid(month);
  const first = weeks[0]?.[0] ?? month;
  const events = eventsBetween(calendar, first, addDays(first, weeks.length * 7));
  const today = todayIn(calendar);
  return (
    <table class="month">
      <thead><tr>{weekdays.map((day) => <th scope="col">{day}</th>)}</tr></thead>
      <tbody>
        {weeks.map((week) => (
          <tr>
            {week.map((date) => (
              <td class={`${date.startsWith(month) ? "" : "other"}${date === today ? " today" : ""}`}>
                <span class="day">{Number(date.slice(8))}</span>
                {events.filter((event) => isOnDate(calendar, event, date)).map((event) => <EventLink calendar={calendar} event={event} date={date} />)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const List = ({ calendar, month }: { calendar: StoredCalendar; month: string }) => {
  const events = eventsBetween(calendar, `${month}-01`, `${monthGrid(month).next}-01`);
  if (events.length === 0) return <p class="muted">Nothing this month. Add an event above, or book a time in the app and watch it arrive.</p>;
  return (
    <ul class="list">
      {events.map((event) => (
        <li><span class="times">{describeTimes(calendar, event)}</span> <a href={calendarHref(calendar, { event: event.id })}>{titleOf(event)}</a>{event.hangoutLink ? <> · <a href={event.hangoutLink}>Meet</a></> : null}</li>
      ))}
    </ul>
  );
};

const Hidden = ({ calendar }: { calendar: StoredCalendar }) => (
  <><input type="hidden" name="account" value={calendar.account} /><input type="hidden" name="calendar" value={calendar.id} /></>
);

const AddForm = ({ calendar, month }: { calendar: StoredCalendar; month: string }) => {
  const today = todayIn(calendar);
  const day = today.startsWith(month) ? today : `${month}-01`;
  return (
    <details>
      <summary>Add an event</summary>
      <form method="post" action="/calendar/events" class="row card">
        <Hidden calendar={calendar} />
        <label>Title<br /><input name="summary" value="Busy" /></label>
        <label>Start<br /><input type="datetime-local" name="start" required value={`${day}T09:00`} /></label>
        <label>End<br /><input type="datetime-local" name="end" required value={`${day}T10:00`} /></label>
        <label>Repeats<br />
          <select name="repeat"><option value="">Never</option><option value="DAILY">Daily</option><option value="WEEKLY">Weekly</option><option value="MONTHLY">Monthly</option></select>
        </label>
        <label class="check"><input type="checkbox" name="allDay" value="on" /> All day</label>
        <label class="check"><input type="checkbox" name="free" value="on" /> Show as free</label>
        <button class="primary">Add event</button>
      </form>
    </details>
  );
};

/** A month of one sandbox calendar, in its own zone. */
export const CalendarPage = ({ calendar, calendars, month, version }: CalendarPageProps) => {
  const grid = monthGrid(month);
  return (
    <Page title={`Calendar of ${calendar.account}`} refreshEvery={3} version={version}>
      <div class="row between">
        <div><h1>{grid.title}</h1><p class="muted">{calendar.summary} · times in {calendar.timeZone}</p></div>
        <div class="row pager">
          <a class="button" href={calendarHref(calendar, { month: grid.previous })}>Previous month</a>
          <a class="button" href={calendarHref(calendar)}>Today</a>
          <a class="button" href={calendarHref(calendar, { month: grid.next })}>Next month</a>
        </div>
      </div>
      <p class="row switch">{calendars.map((other) => <a class="chip" aria-current={other === calendar ? "page" : undefined} href={calendarHref(other, { month })}>{other.primary ? other.account : `${other.summary} (${other.account})`}</a>)}</p>
      <AddForm calendar={calendar} month={month} />
      <h2>Month</h2>
      <Month calendar={calendar} month={month} />
      <h2>List</h2>
      <List calendar={calendar} month={month} />
    </Page>
  );
};

const Details = ({ calendar, event }: { calendar: StoredCalendar; event: CalendarEvent }) => (
  <dl>
    <dt>When</dt><dd class="times">{describeTimes(calendar, event)} <span class="muted">({calendar.timeZone})</span></dd>
    <dt>Meet</dt><dd>{event.hangoutLink ? <a href={event.hangoutLink}>{event.hangoutLink}</a> : event.conferenceData?.createRequest?.status?.statusCode ?? "none"}</dd>
    {event.location ? <><dt>Where</dt><dd>{event.location}</dd></> : null}
    {event.description ? <><dt>Description</dt><dd><pre>{event.description}</pre></dd></> : null}
    {event.attendees?.length ? <><dt>Guests</dt><dd>{event.attendees.map((guest) => <div>{guest.displayName ? `${guest.displayName} ` : ""}{guest.email} <span class="chip">{guest.responseStatus ?? "needsAction"}</span></div>)}</dd></> : null}
    <dt>Status</dt><dd>{event.status}, {event.transparency === "transparent" ? "free" : "busy"}, {event.eventType}</dd>
    <dt>Organizer</dt><dd>{event.organizer.email}</dd>
    <dt>Id</dt><dd><code>{event.id}</code></dd>
    <dt>Version</dt><dd>sequence {event.sequence}, changed {event.updated}</dd>
  </dl>
);

/** One event, with forms to move and delete it as a person would in Google. */
export const EventPage = ({ calendar, event, version }: { calendar: StoredCalendar; event: CalendarEvent; version: string }) => (
  <Page title={titleOf(event)} refreshEvery={3} version={version}>
    <p><a href={calendarHref(calendar, { month: wallOf(event.start, calendar.timeZone).slice(0, 7) })}>Back to the calendar</a></p>
    <h1>{titleOf(event)}</h1>
    <div class="card"><Details calendar={calendar} event={event} /></div>
    {event.status !== "cancelled" && (
      <div class="stack">
        <h2>Move</h2>
        <form method="post" action={`/calendar/events/${event.id}/move`} class="row card">
          <Hidden calendar={calendar} />
          <label>Title<br /><input name="summary" value={event.summary ?? ""} /></label>
          <label>Start<br /><input type="datetime-local" name="start" required value={wallOf(event.start, calendar.timeZone)} /></label>
          <label>End<br /><input type="datetime-local" name="end" required value={wallOf(event.end, calendar.timeZone)} /></label>
          <label class="check"><input type="checkbox" name="allDay" value="on" checked={event.start.date !== undefined} /> All day</label>
          <label class="check"><input type="checkbox" name="free" value="on" checked={event.transparency === "transparent"} /> Show as free</label>
          <button class="primary">Save event</button>
        </form>
        <form method="post" action={`/calendar/events/${event.id}/delete`}>
          <Hidden calendar={calendar} />
          <button class="danger">Delete event</button>
        </form>
      </div>
    )}
  </Page>
);
