import { datasetIdOf, fieldIdOf } from '@yuanliu/graph';
import {
  aBackflowLink,
  aConsumer,
  aDataset,
  aDelivery,
  aDepartment,
  aField,
  aGrading,
  aLibrary,
  anAccount,
  anAuthorization,
  anInterface,
  aUseScene,
} from '@yuanliu/graph/testing';
import { globalId } from '../ids.js';
import { NAMESPACE, sampleEvent } from './sample-event.js';
import type { TestApi } from './test-api.js';

const dataset = (name: string) => datasetIdOf(NAMESPACE, name);
const field = (of: string, path: string) => fieldIdOf(dataset(of), path);

/** Global ids of what {@link fillSampleCatalogue} makes. */
export const ids = {
  field: (of: string, path: string) => globalId('Field', field(of, path)),
  dataset: (name: string) => globalId('Dataset', dataset(name)),
  interface: (code: string) => globalId('Interface', code),
  consumer: (code: string) => globalId('Consumer', code),
};

/**
 * A small catalogue, through the same doors as every other:
 *
 *     ods.person ──identity──► dwd.person ──HASH──► ads.person
 *       zjhm L4                  zjhm ─┬─► API-P (zjhm COVER, xm) ─► APP-1 (AUTH-1 covers both)
 *       xm                       xm   ─┘                          └► APP-2 (AUTH-2 covers xm, has ended)
 *       zt ······FILTER······► dwd.person        dwd.person ──backflow BFL-1──► jd.person (landing, JD)
 */
export async function fillSampleCatalogue({ graph }: TestApi): Promise<void> {
  const actor = 'test';
  await graph.department.register(actor, [
    aDepartment({ code: 'QU', name: '长宁区', shortName: '长宁区', kind: 'DISTRICT' }),
    aDepartment({ code: 'DSJ', name: '长宁区数据局', shortName: '区数据局', partOf: 'QU' }),
    aDepartment({ code: 'GA', name: '公安长宁分局', shortName: '公安分局', partOf: 'QU' }),
    aDepartment({ code: 'JD', name: '新华路街道', shortName: '新华街道', kind: 'SUBDISTRICT', partOf: 'QU' }),
  ]);
  await graph.account.register(actor, [
    anAccount({ code: 'gov-1', name: '治理员', role: 'GOVERNANCE', department: 'DSJ' }),
    anAccount({ code: 'app-1', name: '开发员', role: 'APPLICATION', department: 'GA' }),
  ]);
  await graph.library.register(actor, [
    aLibrary({ code: 'RK', name: '人口库', kind: 'BASE', axis: 'NATURAL_PERSON' }),
  ]);
  await graph.sourceSystem.register(actor, [{ code: 'WH', name: '区数据平台', uri: null }]);
  await graph.dataset.describe(
    actor,
    (
      [
        ['ods.person', '实有人口（贴源）', 'ODS', 'GA'],
        ['dwd.person', '实有人口基础信息', 'DWD', 'DSJ'],
        ['ads.person', '人口标签', 'ADS', 'DSJ'],
        ['jd.person', '街道人口落地', 'LANDING', 'JD'],
      ] as const
    ).map(([name, title, layer, provider]) =>
      aDataset({ namespace: NAMESPACE, name, title, layer, provider, library: 'RK', source: 'WH' }),
    ),
  );
  const person = (name: string) => [
    aField({
      dataset: dataset(name),
      path: 'zjhm',
      title: '证件号码',
      ordinal: 0,
      personalInfo: 'SENSITIVE',
      personalInfoKind: '居民身份证号',
    }),
    aField({ dataset: dataset(name), path: 'xm', title: '姓名', ordinal: 1, personalInfo: 'GENERAL' }),
  ];
  await graph.field.describe(actor, [
    ...person('ods.person'),
    aField({ dataset: dataset('ods.person'), path: 'zt', title: '状态', ordinal: 2 }),
    ...person('dwd.person'),
    aField({ dataset: dataset('ads.person'), path: 'zjhm_hash', title: '证件号码摘要', ordinal: 0 }),
    ...person('jd.person'),
  ]);
  await graph.ingest.lineage(
    [
      sampleEvent({
        job: 'dwd_person',
        from: 'ods.person',
        to: 'dwd.person',
        columns: { zjhm: 'zjhm', xm: 'xm' },
        sql: "insert into dwd.person select zjhm, xm from ods.person where zt = '1'",
        filters: ['zt'],
      }),
      sampleEvent({
        job: 'ads_person',
        from: 'dwd.person',
        to: 'ads.person',
        columns: { zjhm_hash: 'zjhm' },
        masking: 'HASH',
      }),
    ],
    { receivedAt: '2026-03-02T00:00:00.000Z' },
  );
  await graph.grading.file(actor, [
    aGrading({ id: 'g1', of: field('ods.person', 'zjhm'), grade: 'L4' }),
    aGrading({ id: 'g2', of: field('dwd.person', 'zjhm'), grade: 'L4' }),
    aGrading({ id: 'g3', of: field('dwd.person', 'xm'), grade: 'L2' }),
  ]);
  await graph.useScene.register(actor, [aUseScene({ code: 'SCN-1', name: '企业专属网页' })]);
  await graph.interface.register(actor, [
    anInterface({ code: 'API-P', name: '人口查询', provider: 'DSJ', scene: 'SCN-1' }),
    anInterface({ code: 'API-Q', name: '空接口', provider: 'GA', state: 'SUSPENDED' }),
  ]);
  await graph.interface.expose(actor, [
    {
      interface: 'API-P',
      field: field('dwd.person', 'zjhm'),
      alias: 'idNo',
      masking: 'COVER',
      reversible: false,
    },
    { interface: 'API-P', field: field('dwd.person', 'xm'), alias: 'name', masking: null, reversible: false },
  ]);
  await graph.consumer.register(actor, [
    aConsumer({ code: 'APP-1', name: '一网统管', operatedBy: 'JD' }),
    aConsumer({ code: 'APP-2', name: '网格应用', operatedBy: 'JD' }),
  ]);
  await graph.authorization.grant(actor, [
    anAuthorization({
      code: 'AUTH-1',
      consumer: 'APP-1',
      interface: 'API-P',
      scene: 'SCN-1',
      fields: [field('dwd.person', 'zjhm'), field('dwd.person', 'xm')],
      validFrom: '2026-01-01',
      validTo: '2099-01-01',
      approvedGrade: 'L3',
    }),
    anAuthorization({
      code: 'AUTH-2',
      consumer: 'APP-2',
      interface: 'API-P',
      fields: [field('dwd.person', 'xm')],
      validFrom: '2020-01-01',
      validTo: '2021-01-01',
      state: 'EXPIRED',
      approvedGrade: 'L4',
    }),
  ]);
  await graph.backflow.registerLinks(actor, [
    aBackflowLink({
      code: 'BFL-1',
      name: '人口回流新华街道',
      from: dataset('dwd.person'),
      to: dataset('jd.person'),
      serves: 'JD',
      mapping: [
        { from: 'zjhm', to: 'zjhm' },
        { from: 'xm', to: 'xm' },
      ],
    }),
  ]);
  await graph.backflow.recordDeliveries(actor, [
    aDelivery({
      id: 'd1',
      link: 'BFL-1',
      dueOn: '2026-03-05',
      sentAt: '2026-03-04T00:00:00.000Z',
      landedAt: '2026-03-05T00:00:00.000Z',
      rowsSent: 100,
      rowsLanded: 90,
      rowsRejected: 10,
    }),
    aDelivery({
      id: 'd2',
      link: 'BFL-1',
      dueOn: '2026-03-12',
      sentAt: '2026-03-11T00:00:00.000Z',
      landedAt: '2026-03-14T00:00:00.000Z',
      rowsSent: 100,
      rowsLanded: 100,
    }),
  ]);
  await graph.lineage.refresh();
}
