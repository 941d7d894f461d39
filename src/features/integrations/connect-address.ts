/** Begins Google's consent; a plain link, because it leaves the site. */
export const CONNECT_ADDRESS = "/api/google-calendar/connect";

/** The same from the set-up, which the person comes back to. */
export const CONNECT_FROM_SETUP_ADDRESS = `${CONNECT_ADDRESS}?returnTo=/provider/setup`;

/** An account besides those connected: Google asks which. */
export const CONNECT_ANOTHER_ADDRESS = `${CONNECT_ADDRESS}?another=1`;

/** The same account again. */
export const reconnectAddress = (connectionId: string): string => `${CONNECT_ADDRESS}?connection=${connectionId}`;

/** A clinic's account; another one besides, or one of them again. */
export const connectClinicAddress = (organizationId: string, again?: { connectionId: string }): string => `${CONNECT_ADDRESS}?${new URLSearchParams({ organization: organizationId, ...(again ? { connection: again.connectionId } : { another: "1" }) })}`;

/** Asks a connected account for leave to send e-mails. */
export const askForMailAddress = (connectionId: string): string => `${CONNECT_ADDRESS}?mail=${connectionId}`;
