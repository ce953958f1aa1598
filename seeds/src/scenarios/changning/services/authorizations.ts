import { type Authorization, type Exposure, type FieldId, gradeOfRank } from '@yuanliu/graph';
import { addDays, shanghaiDay } from '../../../calendar.js';
import { createRng } from '../../../rng.js';
import { type Grant, grants } from './grants.js';
import { interfaceSpecs } from './interfaces.js';

/** A grant made whole: the authorisation and what its calls read. */
export interface Stream {
  grant: Grant;
  authorization: Authorization;
  /** Fields that a call names; null = all that the interface exposes, which the grant covers. */
  reads: FieldId[] | null;
}

const BASIS: Record<string, string> = {
  'SC-JCRF': '《上海市数据条例》第三十一条：按区域返还；用于人口服务与基层治理。',
  'SC-FTFX': '防汛应急响应职责；《上海市数据条例》第三十九条，按需求清单共享。',
};
const DEFAULT_BASIS = '《上海市数据条例》第三十九条：基于法定职责和应用场景共享，承诺仅用于本场景。';

function stateOf(grant: Grant): Authorization['state'] {
  if (grant.state) return grant.state;
  const until = grant.until ?? 300;
  if (until <= 0) return 'EXPIRED';
  return until <= 30 ? 'EXPIRING' : 'AUTHORIZED';
}

/** Authorisations and their traffic; `rankOf` = grade rank of each interface that the approver saw. */
export function buildStreams(exposures: Exposure[], rankOf: Map<string, number>, now: number): Stream[] {
  const fieldsOf = new Map<string, Map<string, FieldId>>();
  for (const { interface: code, alias, field } of exposures) {
    const known = fieldsOf.get(code) ?? new Map<string, FieldId>();
    fieldsOf.set(code, known.set(alias, field));
  }
  const specs = new Map(interfaceSpecs.map((spec) => [spec.code, spec]));
  return grants.map((grant, i): Stream => {
    const rng = createRng(`grant/${grant.interface}/${grant.consumer}`);
    const exposed = fieldsOf.get(grant.interface);
    const spec = specs.get(grant.interface);
    if (!exposed || !spec) throw new Error(`no interface ${grant.interface}`);
    const pick = (columns: string): FieldId[] =>
      columns.split(' ').map((column) => {
        const field = exposed.get(column);
        if (!field) throw new Error(`${grant.interface} does not expose ${column}`);
        return field;
      });
    const scene = grant.scene ?? spec.scene;
    const until = grant.until ?? 60 + rng.int(40, 400);
    const fields = grant.cover === undefined ? [...exposed.values()] : pick(grant.cover);
    const rank = rankOf.get(grant.interface) ?? 0;
    // The board got a digest of persons after it was approved: its grants were given for a lower grade.
    const approved = grant.interface === 'IF-CG-002' ? 2 : rank;
    const authorization: Authorization = {
      code: `AU-${String(2024 + (i % 3))}-${String(i + 1).padStart(4, '0')}`,
      consumer: grant.consumer,
      interface: grant.interface,
      scene,
      state: stateOf(grant),
      fields,
      purpose: `用于「${spec.name}」在本单位业务中的查询，按场景最小必要使用。`,
      legalBasis: BASIS[scene] ?? DEFAULT_BASIS,
      validFrom: shanghaiDay(addDays(now, Math.min(until, 0) - rng.int(120, 420))),
      validTo: shanghaiDay(addDays(now, until)),
      approvedGrade: gradeOfRank(approved),
    };
    const reads = grant.reads ?? grant.cover;
    return { grant, authorization, reads: reads === undefined ? null : pick(reads) };
  });
}
