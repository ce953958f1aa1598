import { describe, expect, it } from 'vitest';
import { readLimited } from './read-limited';

const body = (text: string) => new Response(text).body;

describe('a limited body', () => {
  it('is read whole up to the limit', async () => {
    expect(await readLimited(body('源流'), 6)).toBe('源流');
    expect(await readLimited(null, 6)).toBe('');
  });

  it('is refused beyond it', async () => {
    expect(await readLimited(body('源流!'), 6)).toBeNull();
  });
});
