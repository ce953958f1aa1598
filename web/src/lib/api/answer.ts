import 'server-only';
import { ApiError, ApiUnavailable } from './errors';

export type Answer<T> =
  | { state: 'ready'; data: T }
  | { state: 'unavailable' }
  | { state: 'failed'; message: string; requestId: string | null };

/** Turns a question's outcome into a value that a page can show; faults of our own are thrown on. */
export async function answer<T>(asked: Promise<T>): Promise<Answer<T>> {
  try {
    return { state: 'ready', data: await asked };
  } catch (error) {
    if (error instanceof ApiUnavailable) return { state: 'unavailable' };
    if (error instanceof DOMException && error.name === 'TimeoutError') return { state: 'unavailable' };
    if (error instanceof ApiError) {
      return { state: 'failed', message: error.message, requestId: error.requestId };
    }
    throw error;
  }
}
