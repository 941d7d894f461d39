/** @jsxImportSource hono/jsx */
import type { SandboxMessage } from "../store/message";
import { Page } from "./page";

interface InboxPageProps {
  messages: SandboxMessage[];
  to: string;
  channel: string;
  ourNumber: string;
  version: string;
}

const channelNames = { email: "E-mail", sms: "SMS", whatsapp: "WhatsApp" };
const bad = ["failed", "undelivered", "bounce", "dropped"];

const Attachment = ({ name, type, content }: { name: string; type: string; content: string }) => (
  <details>
    <summary>{name} <span class="muted small">{type}</span></summary>
    <pre>{type.startsWith("text/") ? content : `${content.length} characters of base64`}</pre>
  </details>
);

const Body = ({ message }: { message: SandboxMessage }) => (
  <>
    {message.contentSid ? <p class="small">Template <code>{message.contentSid}</code> with <code>{message.contentVariables ?? "{}"}</code></p> : null}
    {message.templateId ? (
      <>
        <p class="small">Drawn by SendGrid from the dynamic template <code>{message.templateId}</code> with</p>
        <pre>{JSON.stringify(message.templateData, null, 2)}</pre>
      </>
    ) : null}
    {message.html ? (
      <>
        <iframe sandbox="allow-popups allow-popups-to-escape-sandbox" title={`Mail: ${message.subject ?? ""}`} srcdoc={`<base target="_blank">${message.html}`} loading="lazy"></iframe>
        <details><summary>Text part</summary><pre>{message.text ?? "none"}</pre></details>
      </>
    ) : message.templateId ? null : <pre>{message.text}</pre>}
    {message.mediaUrls?.map((url) => <p><a href={url}>{url}</a></p>)}
    {message.attachments?.map(({ filename, type, content }) => <Attachment name={filename} type={type} content={content} />)}
  </>
);

const ReplyForm = ({ message }: { message: SandboxMessage }) => (
  <form method="post" action="/inbox/reply" class="row">
    <input type="hidden" name="channel" value={message.channel} />
    <input type="hidden" name="from" value={message.to} />
    <input type="hidden" name="to" value={message.from} />
    <label>Reply as {message.to.replace("whatsapp:", "")}<br /><input name="body" required autocomplete="off" placeholder="YES" /></label>
    <button>Send reply</button>
  </form>
);

const Message = ({ message }: { message: SandboxMessage }) => (
  <article id={message.id}>
    <div class="row between">
      <h2>{message.direction === "inbound" ? `From ${message.from}` : `To ${message.to}`}{message.subject ? `: ${message.subject}` : ""}</h2>
      <span><span class="chip">{channelNames[message.channel]}</span> <span class={`chip${bad.includes(message.state) ? " bad" : ""}`}>{message.state}</span></span>
    </div>
    <p class="muted small">{message.direction === "inbound" ? `to ${message.to}` : `from ${message.from}${message.vendor === "gmail" ? " through Gmail" : ""}`} · <time datetime={message.createdAt}>{message.createdAt.slice(0, 19).replace("T", " ")} UTC</time> · {message.events.map(({ event, detail }) => (detail ? `${event} (${detail})` : event)).join(" → ")}</p>
    <Body message={message} />
    {message.direction === "outbound" && message.channel !== "email" ? <ReplyForm message={message} /> : null}
    {message.vendor === "sendgrid" ? (
      <form method="post" action="/inbox/open"><input type="hidden" name="id" value={message.id} /><button>Mark as opened</button></form>
    ) : null}
  </article>
);

const Filters = ({ to, channel }: { to: string; channel: string }) => (
  <form method="get" action="/inbox" class="row">
    <label>Recipient<br /><input name="to" value={to} placeholder="+1555… or name@…" /></label>
    <label>Channel<br />
      <select name="channel">
        <option value="">All</option>
        {Object.entries(channelNames).map(([value, name]) => <option value={value} selected={value === channel}>{name}</option>)}
      </select>
    </label>
    <button>Show</button>
    {to || channel ? <a class="button" href="/inbox">Show all</a> : null}
  </form>
);

const NewReply = ({ ourNumber }: { ourNumber: string }) => (
  <details>
    <summary>Write to the clinic from a phone</summary>
    <form method="post" action="/inbox/reply" class="row card">
      <label>Channel<br /><select name="channel"><option value="sms">SMS</option><option value="whatsapp">WhatsApp</option></select></label>
      <label>From<br /><input name="from" required placeholder="+15551234567" /></label>
      <label>To<br /><input name="to" required value={ourNumber} /></label>
      <label>Text<br /><input name="body" required /></label>
      <button class="primary">Send</button>
    </form>
  </details>
);

/** Every message anybody received, newest first. */
export const InboxPage = ({ messages, to, channel, ourNumber, version }: InboxPageProps) => (
  <Page title="Inbox" refreshEvery={2} version={version}>
    <h1>Inbox</h1>
    <p class="muted">Every SMS, WhatsApp message and e-mail that was sent. Nothing leaves this machine.</p>
    <Filters to={to} channel={channel} />
    <NewReply ourNumber={ourNumber} />
    {messages.length === 0
      ? <p class="card">No messages{to || channel ? " match" : " yet. Book a time in the app and its confirmation appears here"}.</p>
      : messages.map((message) => <Message message={message} />)}
  </Page>
);
