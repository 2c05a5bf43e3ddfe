// What stands in the way, as the pane speaks about it, and whether trying again can help.
import { HostError } from '../src/hosts/port.ts';

/** 障碍. */
export interface Trouble {
  readonly message: string;
  readonly detail?: string;
  /** Waiting for the user to leave a cell; the pane goes on by itself. */
  readonly waiting: boolean;
  /** What failed, to be done once more; absent where it would only be refused again. */
  readonly again?: () => void;
}

/** These are answers: the same order would get the same. */
const FINAL: ReadonlySet<HostError['code']> = new Set([
  'refused',
  'protected',
  'not-found',
  'too-large',
]);

export function troubleShown(error: unknown, again?: () => void): Trouble {
  if (error instanceof HostError) {
    return {
      message: error.message,
      waiting: error.code === 'editing',
      ...(error.detail !== undefined && { detail: error.detail }),
      ...(again && !FINAL.has(error.code) && { again }),
    };
  }
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    message: '体检没有完成，未作任何改动。请重试；若仍出现，请把下面的详情交给维护人员。',
    detail,
    waiting: false,
    ...(again && { again }),
  };
}
