const auth = "https://www.googleapis.com/auth/";

/** Always granted together with signing in; no checkbox is shown for them. */
const identityScopes: Record<string, string> = {
  openid: "openid",
  email: `${auth}userinfo.email`,
  profile: `${auth}userinfo.profile`,
};

const apiScopes: Record<string, string> = {
  calendar: "See, edit, share and permanently delete all the calendars you can access using Google Calendar",
  "calendar.readonly": "See and download any calendar you can access using your Google Calendar",
  "calendar.events": "View and edit events on all your calendars",
  "calendar.events.readonly": "View events on all your calendars",
  "calendar.events.owned": "See, create, change and delete events on Google calendars you own",
  "calendar.events.owned.readonly": "See the events on Google calendars you own",
  "calendar.events.freebusy": "See the availability on Google calendars you have access to",
  "calendar.freebusy": "View your availability in your calendars",
  "calendar.calendars": "See and change the properties of Google calendars you have access to, and create secondary calendars",
  "calendar.calendars.readonly": "See the title, description, default time zone and other properties of Google calendars",
  "calendar.calendarlist": "See, add and remove Google calendars you are subscribed to",
  "calendar.calendarlist.readonly": "See the list of Google calendars you are subscribed to",
  "calendar.settings.readonly": "View your Calendar settings",
  "calendar.app.created": "Make secondary Google calendars, and see, create, change and delete events on them",
  "gmail.send": "Send email on your behalf",
  "meetings.space.created": "Create, edit and see information about your Google Meet conferences created by the app",
  "meetings.space.readonly": "Read information about any of your Google Meet conferences",
  "meetings.space.settings": "Edit and see settings for all of your Google Meet calls",
};

/** Google reports `email` and `profile` under their long names. Returns undefined for a scope Google does not have. */
export function canonicalScope(scope: string): string | undefined {
  if (identityScopes[scope]) return identityScopes[scope];
  if (Object.values(identityScopes).includes(scope)) return scope;
  return scope.startsWith(auth) && apiScopes[scope.slice(auth.length)] ? scope : undefined;
}

export const isIdentityScope = (scope: string) => Object.values(identityScopes).includes(scope);
export const describeScope = (scope: string) => apiScopes[scope.slice(auth.length)] ?? scope;
export const apiScope = (shortName: string) => auth + shortName;
export const allScopes = [...Object.keys(identityScopes), ...Object.keys(apiScopes).map(apiScope)];
