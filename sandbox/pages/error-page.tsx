/** @jsxImportSource hono/jsx */
import { Page } from "./page";

/** What was wrong with a form, and the way back. */
export const ErrorPage = ({ message, back }: { message: string; back: string }) => (
  <Page title="Not saved">
    <h1>Nothing was saved</h1>
    <p role="alert">{message}</p>
    <p><a class="button" href={back}>Back</a></p>
  </Page>
);
