import { buildWhenChanged } from "./lib/build-when-changed";

buildWhenChanged((line) => console.log(`• ${line}`));
