/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { Sandbox, SandboxEnv } from "../sandbox-context";
export function inboxRoutes(_sandbox: Sandbox) { return new Hono<SandboxEnv>(); }
