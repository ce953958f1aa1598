import { columnLetter, describeFault, type Locale } from '@yuanliu/graph/spreadsheet';
import { globalId } from '../../ids.js';
import type { ImportJob } from './import-jobs.js';

/** Faults in one answer; the marked copy has the others. */
const MOST_FAULTS = 200;

/** A job as JSON: how far it is, and the report with its faults in words. */
export function describeJob({ token, kind, fileName, state, progress, report }: ImportJob, locale: Locale) {
  if (report === null) return { token, kind, fileName, state, progress, report };
  const { kept, byRule, touched, ...rest } = report;
  return {
    token,
    kind,
    fileName,
    state,
    progress,
    report: {
      ...rest,
      touched: touched.map(({ id, title }) => ({ id: globalId('Dataset', id), title })),
      byRule: byRule.map(({ rule, count, notice }) => {
        const example = kept.find((fault) => fault.rule === rule);
        return { rule, count, notice, what: example ? describeFault(example, locale).what : rule };
      }),
      listed: Math.min(kept.length, MOST_FAULTS),
      list: kept.slice(0, MOST_FAULTS).map((fault) => ({
        rule: fault.rule,
        notice: byRule.find(({ rule }) => rule === fault.rule)?.notice ?? false,
        sheet: fault.sheet,
        row: fault.row,
        column: fault.column === null ? null : columnLetter(fault.column),
        header: fault.header,
        value: fault.value,
        ...describeFault(fault, locale),
      })),
    },
  };
}
