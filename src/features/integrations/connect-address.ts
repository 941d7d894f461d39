/** Begins Google's consent; a plain link, because it leaves the site. */
export const CONNECT_ADDRESS = "/api/google-calendar/connect";
