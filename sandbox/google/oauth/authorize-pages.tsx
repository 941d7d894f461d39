/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from "hono/jsx";
import { Page } from "../../pages/page";
import type { GoogleAccount } from "../../store/sandbox-state";
import type { AuthorizeProblem, AuthorizeRequest } from "./authorize-request";
import { describeScope, isIdentityScope } from "./scopes";

const appName = "MedBookings";

const initials = (name: string) => name.split(" ").map((part) => part[0] ?? "").join("").slice(0, 2).toUpperCase();

function Card({ children, title }: PropsWithChildren<{ title: string }>) {
  return (
    <Page title={title} bare>
      <section class="sign-in">
        <p class="brand">Sandbox Google</p>
        {children}
      </section>
    </Page>
  );
}

const HiddenQuery = ({ query }: { query: URLSearchParams }) => (
  <>{[...query].filter(([name]) => name !== "account").map(([name, value]) => <input type="hidden" name={name} value={value} />)}</>
);

export const ChooserPage = ({ accounts, query }: { accounts: GoogleAccount[]; query: URLSearchParams }) => (
  <Card title="Choose an account">
    <h1>Choose an account</h1>
    <p class="muted">to continue to {appName}</p>
    <form method="get" action="/o/oauth2/v2/auth/consent">
      <HiddenQuery query={query} />
      <ul class="accounts">
        {accounts.map((account) => (
          <li>
            <button class="account" name="account" value={account.email}>
              <span class="avatar" aria-hidden="true">{initials(account.name)}</span>
              <span><strong>{account.name}</strong><br /><span class="muted">{account.email}</span></span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  </Card>
);

export function ConsentPage({ account, request, query }: { account: GoogleAccount; request: AuthorizeRequest; query: URLSearchParams }) {
  const asked = request.scopes.filter((scope) => !isIdentityScope(scope));
  const chooser = new URLSearchParams(query);
  chooser.delete("account");
  chooser.delete("login_hint");
  return (
    <Card title={`${appName} wants access`}>
      <h1>{asked.length > 0 ? `${appName} wants access to your Google Account` : `Sign in to ${appName}`}</h1>
      <p class="chip">{account.email}</p>
      <form method="post" action="/o/oauth2/v2/auth/consent">
        <HiddenQuery query={query} />
        <input type="hidden" name="account" value={account.email} />
        <p class="muted">{appName} will see your name, e-mail address and picture.</p>
        {asked.length > 0 && (
          <fieldset>
            <legend>Select what {appName} can access</legend>
            {asked.map((scope) => (
              <label class="check"><input type="checkbox" name="granted" value={scope} checked /> <span>{describeScope(scope)}</span></label>
            ))}
          </fieldset>
        )}
        <div class="row end">
          <button name="decision" value="deny">Deny</button>
          <button class="primary" name="decision" value="allow">Allow</button>
        </div>
      </form>
      <p><a href={`/o/oauth2/v2/auth?${chooser}`}>Use another account</a></p>
    </Card>
  );
}

export const ProblemPage = ({ problem }: { problem: AuthorizeProblem }) => (
  <Card title="Access blocked">
    <h1>Access blocked: authorization error</h1>
    <p>{problem.message}</p>
    <p class="muted">Error {problem.status}: {problem.error}</p>
  </Card>
);
