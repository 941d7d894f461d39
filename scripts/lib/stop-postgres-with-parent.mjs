// Stops a PostgreSQL server when the command that started it is gone, even if it was killed: only then does our standard input end.
// Arguments: pg_ctl, data folder, and the user and group to run as ("-" for our own).
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";

const [pgCtl = "", data = "", uid = "-", gid = "-"] = process.argv.slice(2);
const identity = uid === "-" ? {} : { uid: Number(uid), gid: Number(gid) };
process.stdin.resume();
process.stdin.once("end", () => {
  const { status } = spawnSync(pgCtl, ["-D", data, "-m", "fast", "-w", "stop"], { ...identity, cwd: dirname(data), stdio: "ignore" });
  process.exit(status ?? 1);
});
