// 限时: work of this process itself ends where it takes too long. Node ends what runs in a script of its own; a thread
// or a process beside would take as long to start as a workbook takes to check.
import { type Context, createContext, Script } from 'node:vm';

/** How long one file may take, in milliseconds. */
export const MILLISECONDS = 120_000;

/** What is said of a file that took longer. */
export const TIMEOUT = {
  code: 'timeout',
  message: '这个文件核对的时间太长，已跳过；原文件未改动。请检查它是否异常。',
} as const;

const CALL = new Script('run()');
let room: Context | undefined;

const isOver = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/**
 * What the work comes to, or `timeout`; what it throws is thrown. Of work that goes on later only what it does at once
 * is capped.
 */
export function capped<T>(run: () => T, milliseconds = MILLISECONDS): T | typeof TIMEOUT {
  room ??= createContext();
  room.run = run;
  try {
    return CALL.runInContext(room, { timeout: milliseconds }) as T;
  } catch (error) {
    if (isOver(error)) return TIMEOUT;
    throw error;
  } finally {
    room.run = undefined;
  }
}
