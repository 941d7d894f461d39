import { readOptions } from "./read-options";
import { startSandbox } from "./start-sandbox";

const sandbox = await startSandbox(readOptions(process.env));
console.log(`Sandbox for Google, Twilio and SendGrid: ${sandbox.origin}`);

let closing = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    void sandbox.close().then(() => process.exit(0));
  });
}
