const writeEvents = ["calendar", "calendar.events", "calendar.events.owned", "calendar.app.created"];
const readEvents = [
  ...writeEvents, "calendar.readonly", "calendar.events.readonly", "calendar.events.owned.readonly", "calendar.events.freebusy",
];

/** Scopes per method, from Google's discovery document of Calendar v3. */
export const calendarScopes = {
  writeEvents,
  readEvents,
  moveEvents: ["calendar", "calendar.events", "calendar.events.owned"],
  freeBusy: ["calendar", "calendar.readonly", "calendar.freebusy", "calendar.events.freebusy"],
  readCalendars: ["calendar", "calendar.readonly", "calendar.calendars", "calendar.calendars.readonly", "calendar.app.created"],
  writeCalendars: ["calendar", "calendar.calendars", "calendar.app.created"],
  listCalendars: ["calendar", "calendar.readonly", "calendar.calendarlist", "calendar.calendarlist.readonly"],
  getListedCalendar: ["calendar", "calendar.readonly", "calendar.calendarlist", "calendar.calendarlist.readonly", "calendar.app.created"],
  settings: ["calendar", "calendar.readonly", "calendar.settings.readonly"],
  colors: ["calendar", "calendar.readonly", "calendar.calendarlist", "calendar.calendarlist.readonly", "calendar.events.freebusy", "calendar.events.owned", "calendar.events.owned.readonly", "calendar.app.created"],
  stopChannel: [...readEvents, "calendar.calendarlist", "calendar.calendarlist.readonly", "calendar.settings.readonly"],
};
