import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { refusal } from './http-error.js';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Where keys are configured, a producer must send one as `Authorization: Bearer KEY`, as OpenLineage's clients do.
 * Refused before the body is read. @throws HttpError 401
 */
export function requireIngestKey(request: IncomingMessage, keys: readonly string[]): void {
  if (keys.length === 0) return;
  const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  // Digests are of one length, and all are compared: the time taken tells nothing of a key.
  const matches = keys.filter((key) => timingSafeEqual(digest(key), digest(given ?? '')));
  if (given === undefined || matches.length === 0) {
    throw refusal(401, 'an API key is needed: Authorization: Bearer …', { 'www-authenticate': 'Bearer' });
  }
}
