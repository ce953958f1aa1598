import type { Particulars } from '@yuanliu/graph';
import { builder } from '../../builder.js';

type Name = keyof Particulars & string;

/** GraphQL writes its values in capitals. */
const capitals = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
const MEANINGS = {
  internalUnit: '内部部门',
  sourceDepartment: '数据来源部门',
  responsibleDepartment: '责任部门',
  maintainer: '资源维护单位',
  format: '格式',
  sharingMethod: '共享方式',
  issued: '发布日期',
  regionalSupplement: '区域补充目录',
  cityCatalogueRef: '市级目录编号',
  relatedCodes: '关联资源代码',
  byteSize: '数据大小',
  tableCount: '表数',
  acquisition: '获取途径',
  agreement: '数据协议',
} satisfies Record<Name, string>;

const ParticularName = builder.enumType('ParticularName', {
  description: 'What a registration says of a dataset beside its metadata (domain §4).',
  values: Object.fromEntries(
    Object.entries(MEANINGS).map(([name, description]) => [
      capitals(name),
      { value: name as Name, description },
    ]),
  ),
});

export const Particular = builder.objectRef<{ name: Name; value: string }>('Particular').implement({
  description: 'One thing that a registration says of a dataset.',
  fields: (t) => ({
    name: t.expose('name', { type: ParticularName, description: 'What it is.' }),
    value: t.exposeString('value', { description: 'As written; `regionalSupplement` is YES or NO.' }),
  }),
});

/** Particulars in the order of the model. */
export function listParticulars(particulars: Particulars | null): { name: Name; value: string }[] {
  return (Object.keys(MEANINGS) as Name[]).flatMap((name) => {
    const value = particulars?.[name];
    return value === undefined ? [] : [{ name, value }];
  });
}
