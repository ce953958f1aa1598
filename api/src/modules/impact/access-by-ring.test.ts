import { expect, it } from 'vitest';
import { accessByRing } from './access-by-ring.js';

const marks = { distance: 1, viaBackflow: false, coarse: false };
const held = (...pairs: [code: string, on: string][]) => pairs.map(([code, on]) => ({ code, interface: on }));

// one ─clear→ a, b        two ─masked→ b (2b)        three ─influenced→ a (3a)        four ─clear→ nobody
it('counts each once, an authorisation with its interface, so that the rings add up to the totals', () => {
  const interfaces = (
    [
      ['one', 'CLEARTEXT'],
      ['two', 'MASKED'],
      ['three', 'INFLUENCED'],
      ['four', 'CLEARTEXT'],
    ] as const
  ).map(([code, ring]) => ({ ...marks, code, ring, fields: [] }));
  const consumers = [
    {
      ...marks,
      code: 'a',
      ring: 'CLEARTEXT' as const,
      authorizations: held(['1a', 'one'], ['3a', 'three']),
    },
    { ...marks, code: 'b', ring: 'CLEARTEXT' as const, authorizations: held(['1b', 'one'], ['2b', 'two']) },
  ];
  expect(accessByRing({ interfaces, consumers })).toEqual([
    { ring: 'CLEARTEXT', interfaceCount: 2, consumerCount: 2, authorizationCount: 2 },
    { ring: 'MASKED', interfaceCount: 1, consumerCount: 0, authorizationCount: 1 },
    { ring: 'INFLUENCED', interfaceCount: 1, consumerCount: 0, authorizationCount: 1 },
  ]);
});

it('puts authorisations on an interface that is the start itself in the ring of their consumer', () => {
  const consumers = [{ ...marks, code: 'a', ring: 'MASKED' as const, authorizations: held(['1a', 'start']) }];
  expect(accessByRing({ interfaces: [], consumers })[1]).toEqual({
    ring: 'MASKED',
    interfaceCount: 0,
    consumerCount: 1,
    authorizationCount: 1,
  });
});
