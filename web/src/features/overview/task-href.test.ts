import { describe, expect, it } from 'vitest';
import { taskHref } from './task-href';

describe('the list behind a task', () => {
  it('is of the own department for those who look after their own things', () => {
    expect(taskHref('LATE_DATASETS', 'SUBDISTRICT', 'JD01')).toBe(
      '/catalogue?freshness=LATE&department=JD01',
    );
    expect(taskHref('UNGRADED_FIELDS', 'GOVERNANCE', 'SJJ')).toBe('/catalogue?kind=FIELD&grade=NONE');
    expect(taskHref('BROKEN_BACKFLOW', 'SUBDISTRICT', 'JD01')).toContain('unit=JD01');
    expect(taskHref('BROKEN_BACKFLOW', 'OPERATIONS', 'SJZX')).not.toContain('unit=');
  });

  it('is what the own department may call, for application teams', () => {
    expect(taskHref('EXPIRING_AUTHORIZATIONS', 'APPLICATION', 'ZWFW')).toBe(
      '/interfaces?expiring=30&usedBy=ZWFW',
    );
    expect(taskHref('EXPIRING_AUTHORIZATIONS', 'AUDITOR', 'SJJ')).toBe('/interfaces?expiring=30');
  });
});
