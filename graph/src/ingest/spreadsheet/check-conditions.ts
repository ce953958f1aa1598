import type { CatalogueKey } from './catalogue-columns.js';
import { type Fault, type FaultRule, faultOf } from './faults.js';
import type { CellValue } from './read-cell.js';

interface Said {
  values: Partial<Record<CatalogueKey, CellValue>>;
  places: Partial<Record<CatalogueKey, Partial<Fault>>>;
}

/** Names of laws and of what rests on them: what is not shared must cite one (Shanghai Data Regulation). */
const CITES = /《.+》|法|条例|办法|规定|规章|细则|决定|通知|意见|政策|文件/;
/** Words that stand where a condition should. */
const NO_CONDITION = /^(无条件|有条件|有条件共享|有条件开放|无|不予共享|不予开放|—|-)$/;

/** Rules about more than one column of a dataset (domain §4): secrecy, conditions of sharing and opening, the provider's two columns. */
export function checkConditions({ values, places }: Said): Fault[] {
  const faults: Fault[] = [];
  const tell = (key: CatalogueKey, rule: FaultRule) => faults.push(faultOf(rule, {}, places[key]));
  const { sharingType, openType, provider, providerCode } = values;
  const sharing = String(values.sharingCondition ?? '');
  const open = String(values.openCondition ?? '');
  if (values.secrecy === 'SECRET') tell('secrecy', 'SECRET');
  if (sharing !== '') {
    if (sharingType === 'UNCONDITIONAL' && sharing !== '无条件') tell('sharingCondition', 'CONDITION');
    if (sharingType === 'CONDITIONAL' && NO_CONDITION.test(sharing))
      tell('sharingCondition', 'CONDITION_NOT_CONCRETE');
    if (sharingType === 'NOT_SHARED' && !CITES.test(String(values.sharingBasis ?? sharing)))
      tell('sharingCondition', 'BASIS');
  }
  if (open !== '') {
    if (openType === 'UNCONDITIONAL' && open !== '无条件') tell('openCondition', 'CONDITION');
    if (openType === 'CONDITIONAL' && NO_CONDITION.test(open))
      tell('openCondition', 'CONDITION_NOT_CONCRETE');
  }
  if (provider !== undefined && providerCode !== undefined && provider !== providerCode)
    tell('providerCode', 'OF_OTHER');
  return faults;
}
