import { describe, expect, it } from 'vitest';
import { navigationOf } from './navigation-items';

const keys = (role: Parameters<typeof navigationOf>[0]) => navigationOf(role).map(({ key }) => key);

describe('the navigation', () => {
  it('shows everything to governance and operations, and while nobody is known', () => {
    expect(keys('GOVERNANCE')).toEqual(keys(null));
    expect(keys('OPERATIONS')).toContain('admin');
  });

  it('shows the others the pages of their work', () => {
    expect(keys('APPLICATION')).not.toContain('audit');
    expect(keys('AUDITOR')).toContain('audit');
    expect(keys('SUBDISTRICT')).toContain('backflow');
  });
});
