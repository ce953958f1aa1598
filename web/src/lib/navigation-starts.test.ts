import { expect, it } from 'vitest';
import { leadsElsewhere } from './navigation-starts';

it('tells another view from a mark within the page', () => {
  const open = 'http://yuanliu/catalogue?q=a#b';
  expect(leadsElsewhere('/catalogue?q=a', open)).toBe(false);
  expect(leadsElsewhere('#c', open)).toBe(false);
  expect(leadsElsewhere('/catalogue?q=c', open)).toBe(true);
  expect(leadsElsewhere('/', open)).toBe(true);
});
