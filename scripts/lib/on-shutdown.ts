const SIGNALS: Readonly<Partial<Record<NodeJS.Signals, number>>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
const PARENT_CHECK_MS = 1_000;

/**
 * Runs `stop` once and then ends the process: on Ctrl-C, on a polite kill, and when the parent is gone (a shell between npm and us
 * passes no signals on). A second signal changes nothing.
 */
export function onShutdown(stop: (reason: string) => Promise<void>): void {
  const parent = process.ppid;
  let isStopping = false;
  const end = (reason: string, code: number) => {
    if (isStopping) return;
    isStopping = true;
    void stop(reason).then(
      () => process.exit(code),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const [signal, code] of Object.entries(SIGNALS)) process.on(signal, () => end(signal, code));
  setInterval(() => {
    if (process.ppid !== parent) end("the parent process ended", 1);
  }, PARENT_CHECK_MS).unref();
}
